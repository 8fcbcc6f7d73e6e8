import * as z from 'zod/mini';
import { holidayYearSchema } from './holidays';

/** A date pattern and a day pattern: `2025-01-08` and, for every season anew, `01-08`. */
const isoDate = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const monthDay = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

const words = z.string().check(z.trim(), z.minLength(1));
const source = words;
const count = z.int().check(z.minimum(0));
const yuanAmount = z.number().check(z.minimum(0), z.maximum(1e12), z.multipleOf(0.01));

/** A figure in 元 with its clause; in a `Policy` it is a `Ruling<Fen>`. */
const money = z.strictObject({ yuan: yuanAmount, source });
/** Any other figure or word with its clause. */
const ruling = <V extends z.ZodMiniType>(value: V) => z.strictObject({ value, source });
const range = ruling(z.strictObject({ min: count, max: count })).check(
  z.refine(({ value }) => value.min <= value.max, { error: '最少的数大于最多的数，请核对两个数。' }),
);

/** Households that share a standard, known by a word in one of these columns. */
const group = z.strictObject({
  name: words,
  columns: z.array(z.enum(['householdType', 'severity', 'disasterType'])).check(z.minLength(1)),
  /** Other words for the same group. */
  also: z.optional(z.array(words)),
});

const band = z
  .strictObject({ group: z.optional(group), min: money, max: money })
  .check(z.refine((one) => one.min.yuan <= one.max.yuan, { error: '最低金额大于最高金额，请核对两个数。' }));

const standard = z.discriminatedUnion('shape', [
  /** One amount for each class, per person or per household. A class without a group holds everyone. */
  z.strictObject({
    shape: z.literal('fixed'),
    per: ruling(z.enum(['每人', '每户', '未明确'])),
    classes: z.array(z.strictObject({ group: z.optional(group), amount: money })).check(z.minLength(1)),
  }),
  /** No less than so much a person. */
  z.strictObject({ shape: z.literal('person-floor'), floor: money }),
  /** Between two amounts a person, and no more than so much a household. */
  z.strictObject({
    shape: z.literal('person-range'),
    classes: z.array(band).check(z.minLength(1)),
    householdCap: z.optional(money),
  }),
  /** Between two amounts a household by class, highest class first, with floors. */
  z.strictObject({
    shape: z.literal('household-range'),
    classes: z.array(band).check(z.minLength(1)),
    householdFloor: z.optional(money),
    personFloor: z.optional(money),
  }),
  /** So much a person for everyone; only the groups named may get more. */
  z.strictObject({
    shape: z.literal('base-plus-top-up'),
    base: money,
    topUp: ruling(z.array(group).check(z.minLength(1))),
  }),
]);

/** What a type of disaster gives in kind, and heating money. A type without a group holds everyone. */
const inKind = z.strictObject({
  group: z.optional(group),
  /** 斤 of grain per person and day, for so many months. */
  grain: z.optional(z.strictObject({ jinPerPersonDay: ruling(z.number().check(z.positive())), months: range })),
  quilts: z.optional(z.strictObject({ per: z.enum(['每户', '每人']), pieces: range })),
  clothes: z.optional(z.strictObject({ per: z.enum(['每户', '每人']), sets: range })),
  /** Quilts or coats, counted together as 衣被. */
  bedding: z.optional(z.strictObject({ per: z.enum(['每户', '每人']), pieces: range })),
  heating: z.optional(z.strictObject({ perHouseholdMonth: money, months: range })),
  /** Kinds given as needed, without a figure. */
  asNeeded: z.optional(ruling(z.array(words))),
});

const rulings = z.strictObject({
  /** The first day on which these rulings hold; missing on the first of them means always. A later ruling replaces the earlier of its name. */
  from: z.optional(z.string().check(z.regex(isoDate))),
  standard: z.optional(standard),
  inKind: z.optional(z.array(inKind).check(z.minLength(1))),
  /** Whether several types on one household add up. */
  stacking: z.optional(ruling(z.enum(['就高不叠加', '可以叠加', '未明确']))),
  daysPerMonth: z.optional(ruling(z.int().check(z.minimum(28), z.maximum(31)))),
  prices: z.optional(
    z.strictObject({ grainPerJin: z.optional(money), quilt: z.optional(money), clothesSet: z.optional(money) }),
  ),
  /** Which head count `每人` and `人均` mean. */
  perCapitaBase: z.optional(ruling(z.enum(['家庭人口', '需救助人口', '未明确']))),
  ruralOnly: z.optional(ruling(z.boolean())),
  absentMonths: z.optional(ruling(z.int().check(z.minimum(1)))),
  allocation: z.optional(money),
  /** How many rows may carry the rounding remainder by decision, and how much in all. */
  remainder: z.optional(z.strictObject({ rows: ruling(count), amount: z.optional(money) })),
  notices: z.optional(
    z.array(
      z.strictObject({
        level: z.enum(['村', '乡镇', '村和乡镇', '县']),
        /** Missing where the notice does not say. */
        days: z.optional(z.int().check(z.minimum(1))),
        months: z.optional(z.int().check(z.minimum(1))),
        dayType: z.enum(['自然日', '工作日', '未明确']),
        from: z.optional(z.string().check(z.regex(monthDay))),
        shows: z.optional(z.array(words)),
        source,
      }),
    ),
  ),
  deadlines: z.optional(
    z.array(
      z.strictObject({
        what: z.enum(['村级上报', '乡镇上报', '县级审批', '发放完毕']),
        date: z.union([z.string().check(z.regex(monthDay)), z.literal('春节前')]),
        source,
      }),
    ),
  ),
  payment: z.optional(
    z.strictObject({
      channel: z.optional(ruling(words)),
      /** Working days from the county's approval. */
      workingDays: z.optional(ruling(count)),
      once: z.optional(ruling(z.boolean())),
      remarkAnyOf: z.optional(ruling(z.array(words).check(z.minLength(1)))),
    }),
  ),
  forbidden: z.optional(ruling(z.array(words).check(z.minLength(1)))),
});

/**
 * A place's own notice as data: figures in 元, each with the clause that sets it. The built-in schemes, the sheet 救助标准
 * and a `.json` file are all of this one schema.
 */
export const schemeSchema = z.strictObject({
  /** Unique among the schemes at hand. */
  id: words,
  title: words,
  place: z.optional(words),
  season: z.optional(words),
  /** The document that all clauses belong to. */
  document: words,
  /** Earliest first. */
  rulings: z.array(rulings).check(z.minLength(1)),
  /** Days off and worked of years that this program does not know yet, or knows differently. */
  holidays: z.optional(z.array(holidayYearSchema)),
});

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

export type Scheme = DeepReadonly<z.infer<typeof schemeSchema>>;
export type Rulings = Scheme['rulings'][number];
/** Households that share a standard, known by a word in one of the columns. */
export type Group = DeepReadonly<z.infer<typeof group>>;
