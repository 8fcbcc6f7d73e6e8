import { formatYuan, yuan, type Fen } from '../ledger/money';
import { entitlementOf, type Entitlement, type Household } from './entitlement';
import type { Policy } from './policy';

/** A household to be given an amount; `pinned` is an amount that a person has fixed. */
export interface Candidate extends Household {
  readonly pinned?: Fen;
}

export interface ProposalWish {
  /** What the amounts must sum to, exactly. Missing takes the scheme's allocation. */
  readonly allocation?: Fen;
  /** Amounts are multiples of it, 1 元 where missing. */
  readonly step?: Fen;
}

/** Something about one candidate, by its place in the list: one Chinese sentence. */
export interface ProposalRemark {
  readonly index: number;
  readonly reason: string;
}

export type Proposal =
  | {
      /** In the candidates' order; `undefined` for those in `left`. Their sum is the allocation. */
      readonly amounts: readonly (Fen | undefined)[];
      /** Candidates that get nothing, and why. */
      readonly left: readonly ProposalRemark[];
      /** Pinned amounts outside their range. */
      readonly outside: readonly ProposalRemark[];
      /** The one row that carries what is left over below a step; it must be documented (rules.md trap 6). */
      readonly remainder?: { readonly index: number; readonly amount: Fen };
    }
  /** One Chinese sentence. `by`: what is short (below 0) or cannot be placed (above 0). */
  | { readonly impossible: string; readonly by: Fen; readonly left: readonly ProposalRemark[] };

/**
 * Proposes amounts for a scheme that gives ranges: every household stands at the same fraction of its own range, so that
 * a higher class never gets less at the same size; amounts are whole steps, keep floors and caps and sum exactly to the
 * allocation. Single steps left over go to the highest classes first. A bare `yield` lets a page breathe.
 */
export function* proposeAmounts(
  policy: Policy,
  candidates: readonly Candidate[],
  wish: ProposalWish = {},
): Generator<undefined, Proposal> {
  const allocation = wish.allocation ?? policy.allocation?.value;
  const step = wish.step ?? yuan(1);
  const left: ProposalRemark[] = [];
  const outside: ProposalRemark[] = [];
  const rows: Row[] = [];
  for (const [index, candidate] of candidates.entries()) {
    if (index % 1000 === 999) yield;
    const entitled = entitlementOf(policy, candidate);
    if (candidate.pinned !== undefined) {
      const fault = pinFault(entitled, candidate.pinned);
      if (fault) outside.push({ index, reason: fault });
      rows.push({ index, rank: 0, least: candidate.pinned, most: candidate.pinned, isFixed: true });
    } else if (entitled.kind === 'none') left.push({ index, reason: entitled.reason });
    else rows.push(rowOf(entitled, index, policy));
  }
  if (allocation === undefined) {
    return { impossible: '方案没有写明下达资金，请先填写要分配的总额。', by: 0 as Fen, left };
  }
  const steps = closeOpenEnds(rows, allocation).map((row) => inSteps(row, step));
  const floor = sum(steps.map(({ base }) => base));
  const ceiling = floor + sum(steps.map(({ span }) => span)) * step;
  if (allocation < floor) {
    const short = (floor - allocation) as Fen;
    const impossible = `各户按最低标准共需 ${formatYuan(floor as Fen)} 元，可分配 ${formatYuan(allocation)} 元，还差 ${formatYuan(short)} 元，请减少户数、放开固定的金额或申请追加资金。`;
    return { impossible, by: -short as Fen, left };
  }
  const given = yield* shareOut(steps, step, allocation);
  const rest = (allocation - sum(given)) as Fen;
  const carrier = rest > 0 && rest <= mostRemainder(policy, step) ? carrierOf(steps, given, rest) : undefined;
  if (rest > 0 && carrier === undefined) {
    const impossible =
      allocation > ceiling
        ? `各户按最高标准共 ${formatYuan(ceiling as Fen)} 元，可分配 ${formatYuan(allocation)} 元，多出 ${formatYuan(rest)} 元分不下去，请核对总额或户数。`
        : `按 ${formatYuan(step)} 元一档分配后剩 ${formatYuan(rest)} 元，方案不允许尾差，请改小档距或核对总额。`;
    return { impossible, by: rest, left };
  }
  const amounts: (Fen | undefined)[] = candidates.map(() => undefined);
  steps.forEach(({ index }, place) => (amounts[index] = (given[place] + (place === carrier ? rest : 0)) as Fen));
  return {
    amounts,
    left,
    outside,
    ...(carrier === undefined ? {} : { remainder: { index: steps[carrier].index, amount: rest } }),
  };
}

interface Row {
  readonly index: number;
  /** 0 is the highest class. */
  readonly rank: number;
  readonly least: number;
  /** Missing where the scheme sets no upper end. */
  readonly most?: number;
  readonly isFixed: boolean;
}

function rowOf(entitled: Exclude<Entitlement, { kind: 'none' }>, index: number, { standard }: Policy): Row {
  if (entitled.kind === 'exact') {
    return { index, rank: 1, least: entitled.amount, most: entitled.amount, isFixed: false };
  }
  const classes = standard && 'classes' in standard ? standard.classes : [];
  const rank = Math.max(
    0,
    classes.findIndex(({ group }) => group?.name === entitled.className),
  );
  return { index, rank, least: entitled.least ?? 0, most: entitled.most, isFixed: false };
}

function pinFault(entitled: Entitlement, pinned: Fen): string | undefined {
  if (entitled.kind === 'none') return entitled.reason;
  const least = entitled.kind === 'exact' ? entitled.amount : (entitled.least ?? 0);
  const most = entitled.kind === 'exact' ? entitled.amount : (entitled.most ?? Infinity);
  if (pinned >= least && pinned <= most) return undefined;
  return `固定的 ${formatYuan(pinned)} 元不合方案的标准（${entitled.working().formula}），请核对。`;
}

/** Where a range has no upper end, more is given in proportion to the least. */
function closeOpenEnds(rows: readonly Row[], allocation: Fen): readonly (Row & { readonly most: number })[] {
  const open = sum(rows.flatMap(({ least, most }) => (most === undefined ? [least] : [])));
  const times = open > 0 ? Math.ceil(allocation / open) + 1 : 1;
  return rows.map((row) => ({ ...row, most: row.most ?? row.least * times }));
}

interface Steps {
  readonly index: number;
  readonly rank: number;
  readonly base: number;
  /** How many steps above the base are allowed. */
  readonly span: number;
  readonly most: number;
  readonly isFixed: boolean;
}

function inSteps({ index, rank, least, most, isFixed }: Row & { readonly most: number }, step: Fen): Steps {
  const base = Math.ceil(least / step) * step;
  const span = Math.floor((most - base) / step);
  // A range without a whole step inside keeps its least amount as it is.
  return base > most
    ? { index, rank, base: least, span: 0, most, isFixed }
    : { index, rank, base, span, most, isFixed };
}

/** Whole steps for everyone at the largest common fraction that the allocation bears; what remains goes by class. */
function* shareOut(rows: readonly Steps[], step: Fen, allocation: Fen): Generator<undefined, number[]> {
  const at = (fraction: number) => rows.map(({ base, span }) => base + Math.floor(fraction * span) * step);
  let [low, high] = [0, 1];
  if (sum(at(1)) <= allocation) low = 1;
  for (let round = 0; round < 60 && low < 1; round++) {
    yield;
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (sum(at(middle)) <= allocation) low = middle;
    else high = middle;
  }
  const given = at(low);
  let rest = allocation - sum(given);
  const order = rows.map((_, place) => place).sort((left, right) => rows[left].rank - rows[right].rank || left - right);
  for (let moved = true; moved && rest >= step;) {
    moved = false;
    for (const place of order) {
      if (rest < step) break;
      if (given[place] + step > rows[place].base + rows[place].span * step) continue;
      given[place] += step;
      rest -= step;
      moved = true;
    }
  }
  return given;
}

/** What one row may carry by decision: what the scheme says, or else less than a step; nothing where it allows no such row. */
function mostRemainder({ remainder }: Policy, step: Fen): number {
  if (remainder?.rows.value === 0) return 0;
  return remainder?.amount?.value ?? step - 1;
}

/** The row for the remainder: of the highest class with room under its upper end, or the first of all where every amount is fixed by the scheme. */
function carrierOf(rows: readonly Steps[], given: readonly number[], rest: Fen): number | undefined {
  const free = rows.map((_, place) => place).filter((place) => !rows[place].isFixed);
  const byRank = free.sort((left, right) => rows[left].rank - rows[right].rank || left - right);
  return (
    byRank.find((place) => given[place] + rest <= rows[place].most) ?? byRank.find((place) => rows[place].span === 0)
  );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
