import { useCallback, useMemo, useRef, useState } from 'react';
import { looksLikeWrongFile, type ReadFile, type WrongFileSign } from '../../tasks/looks-like-wrong-file';

/** What the person is asked before anything is written of a ledger that looks like the wrong one. */
export interface WrongFileQuestion {
  readonly signs: readonly WrongFileSign[];
  /** Takes up again what was held up. */
  readonly again: () => void;
}

export interface WrongFile {
  readonly question?: WrongFileQuestion;
  /** Throws `LooksWrong` where the person has not yet said of each sign that it is the right file. */
  readonly stop: (read: ReadFile | undefined) => void;
  readonly ask: (question: WrongFileQuestion) => void;
  /** The person's word holds for these signs while the workbook is open. */
  readonly confirm: () => void;
  readonly cancel: () => void;
}

/** Thrown before anything is written of a ledger that looks like the wrong one. */
export class LooksWrong extends Error {
  override readonly name = 'LooksWrong';
  constructor(readonly signs: readonly WrongFileSign[]) {
    super('the person is asked first');
  }
}

/** The question whether the open workbook is the one it was taken for. */
export function useWrongFile(): WrongFile {
  const [question, setQuestion] = useState<WrongFileQuestion>();
  const confirmed = useRef(new Set<string>());

  const stop = useCallback<WrongFile['stop']>((read) => {
    const signs = read ? looksLikeWrongFile(read).filter(({ key }) => !confirmed.current.has(key)) : [];
    if (signs.length > 0) throw new LooksWrong(signs);
  }, []);
  const confirm = useCallback(() => {
    for (const { key } of question?.signs ?? []) confirmed.current.add(key);
    setQuestion(undefined);
    question?.again();
  }, [question]);
  const cancel = useCallback(() => setQuestion(undefined), []);

  return useMemo(
    () => ({ ...(question && { question }), stop, ask: setQuestion, confirm, cancel }),
    [question, stop, confirm, cancel],
  );
}
