import { useCallback, useState } from 'react';
import type { IsoDate } from '../../core/ledger/dates';
import type { Fen } from '../../core/ledger/money';
import type { Scheme } from '../../core/policy/scheme';
import { drive, type Watch, type WorkbookPort } from '../../core/workbook/port';
import { isSameScheme } from '../scheme/same-scheme';
import type { SchemeChoice } from '../scheme/use-scheme';
import type { AmountProposal } from '../../tasks/propose-relief';
import { typedYuan } from '../../tasks/typed-yuan';

/** What the person wants of the proposal, as typed. */
export interface ProposalForm {
  readonly allocation: string;
  readonly step: string;
  /** By row key. */
  readonly pins: ReadonlyMap<string, string>;
}

export interface Proposal {
  readonly form: ProposalForm;
  readonly setForm: (form: ProposalForm) => void;
  /** What is typed and is no amount, in one Chinese sentence. */
  readonly fault?: string;
  readonly seen?: AmountProposal;
  /** The ledger, the scheme or the wishes have changed since. */
  readonly isStale: boolean;
  /** Works the proposal out; nothing is changed. */
  readonly look: (port: WorkbookPort, watch: Watch) => Promise<AmountProposal>;
  readonly forget: () => void;
}

/** The last proposal of 拟定金额, and what the person wants of the next one. */
export function useProposal(
  { chosen: scheme, scheme: inForce }: Pick<SchemeChoice, 'chosen' | 'scheme'>,
  today: IsoDate,
  changes: number,
): Proposal {
  const [form, setForm] = useState<ProposalForm>(nothingWanted);
  const [seen, setSeen] = useState<Seen>();
  const fault = faultOf(form);

  const look = useCallback<Proposal['look']>(
    async (port, watch) => {
      const workbook = await port.read(watch);
      const pins = new Map<string, Fen>();
      for (const [key, text] of form.pins) {
        const amount = typedYuan(text);
        if (amount !== undefined) pins.set(key, amount);
      }
      const allocation = typedYuan(form.allocation);
      const step = typedYuan(form.step);
      const wish = { ...(allocation === undefined ? {} : { allocation }), ...(step === undefined ? {} : { step }) };
      // Few schemes leave the amount open; the others do without the working out of it.
      const { proposeRelief } = await import('../../tasks/propose-relief');
      const proposal = await drive(proposeRelief({ workbook, scheme, today, pins, wish }), watch);
      setSeen({ proposal, form, scheme, asOf: changes });
      return proposal;
    },
    [form, scheme, today, changes],
  );

  return {
    form,
    setForm,
    ...(fault === undefined ? {} : { fault }),
    seen: seen?.proposal,
    isStale:
      seen !== undefined &&
      (seen.asOf !== changes ||
        seen.form !== form ||
        (seen.scheme !== scheme && !isSameScheme(seen.proposal.scheme.scheme, inForce))),
    look,
    forget: useCallback(() => {
      setSeen(undefined);
      setForm((before) => ({ ...before, pins: new Map() }));
    }, []),
  };
}

interface Seen {
  readonly proposal: AmountProposal;
  readonly form: ProposalForm;
  readonly scheme?: Scheme;
  readonly asOf: number;
}

const nothingWanted: ProposalForm = { allocation: '', step: '', pins: new Map() };

function faultOf({ allocation, step, pins }: ProposalForm): string | undefined {
  if (allocation.trim() !== '' && typedYuan(allocation) === undefined)
    return '要分配的总额认不出来，请写成 25000 的样子。';
  if (step.trim() !== '' && !typedYuan(step)) return '档距认不出来，请写成 1、10 或 50 的样子。';
  const isWrong = [...pins.values()].some((text) => text.trim() !== '' && typedYuan(text) === undefined);
  return isWrong ? '有一户固定的金额认不出来，请写成 500 的样子。' : undefined;
}
