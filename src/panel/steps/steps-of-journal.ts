import { isKept, undoneSteps, undoOfStep, type Journal } from '../../tasks/apply-recorded';
import type { DoneStep } from './use-steps';

/** The steps of earlier sessions as the panel shows them; a step that took another one back is shown on that one. */
export function stepsOfJournal(journal: Journal): readonly DoneStep[] {
  const undone = undoneSteps(journal);
  return journal.steps
    .filter(({ undoes }) => undoes === undefined)
    .map((step) => ({
      number: step.number,
      name: step.name,
      when: step.when,
      count: step.count,
      // A step may have changed a hundred thousand cells, and few steps are ever taken back.
      get undo() {
        return undoOfStep(step);
      },
      isKept: isKept(step),
      settles: [],
      editsCells: true,
      isUndone: undone.has(step.number),
    }));
}
