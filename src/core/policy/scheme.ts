import * as z from 'zod';
import { holidayYearSchema } from './holidays';

/** A date pattern and a day pattern: `2025-01-08` and, for every season anew, `01-08`. */
const isoDate = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const monthDay = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

const words = z.string().trim().min(1);
const source = words;
const count = z.int().min(0);
const yuanAmount = z.number().min(0).max(1e12).multipleOf(0.01);

/** A figure in 元 with its clause; in a `Policy` it is a `Ruling<Fen>`. */
const money = z.strictObject({ yuan: yuanAmount, source });
/** Any other figure or word with its clause. */
const ruling = <V extends z.ZodType>(value: V) => z.strictObject({ value, source });
const range = ruling(z.strictObject({ min: count, max: count })).refine(({ value }) => value.min <= value.max, {
  error: '最少的数大于最多的数，请核对两个数。',
});

/** Households that share a standard, known by a word in one of these columns. */
const group = z.strictObject({
  name: words,
  columns: z.array(z.enum(['householdType', 'severity', 'disasterType'])).min(1),
  /** Other words for the same group. */
  also: z.array(words).optional(),
});

const band = z
  .strictObject({ group: group.optional(), min: money, max: money })
  .refine((one) => one.min.yuan <= one.max.yuan, { error: '最低金额大于最高金额，请核对两个数。' });

const standard = z.discriminatedUnion('shape', [
  /** One amount for each class, per person or per household. A class without a group holds everyone. */
  z.strictObject({
    shape: z.literal('fixed'),
    per: ruling(z.enum(['每人', '每户', '未明确'])),
    classes: z.array(z.strictObject({ group: group.optional(), amount: money })).min(1),
  }),
  /** No less than so much a person. */
  z.strictObject({ shape: z.literal('person-floor'), floor: money }),
  /** Between two amounts a person, and no more than so much a household. */
  z.strictObject({
    shape: z.literal('person-range'),
    classes: z.array(band).min(1),
    householdCap: money.optional(),
  }),
  /** Between two amounts a household by class, highest class first, with floors. */
  z.strictObject({
    shape: z.literal('household-range'),
    classes: z.array(band).min(1),
    householdFloor: money.optional(),
    personFloor: money.optional(),
  }),
  /** So much a person for everyone; only the groups named may get more. */
  z.strictObject({ shape: z.literal('base-plus-top-up'), base: money, topUp: ruling(z.array(group).min(1)) }),
]);

/** What a type of disaster gives in kind, and heating money. A type without a group holds everyone. */
const inKind = z.strictObject({
  group: group.optional(),
  /** 斤 of grain per person and day, for so many months. */
  grain: z.strictObject({ jinPerPersonDay: ruling(z.number().positive()), months: range }).optional(),
  quilts: z.strictObject({ per: z.enum(['每户', '每人']), pieces: range }).optional(),
  clothes: z.strictObject({ per: z.enum(['每户', '每人']), sets: range }).optional(),
  /** Quilts or coats, counted together as 衣被. */
  bedding: z.strictObject({ per: z.enum(['每户', '每人']), pieces: range }).optional(),
  heating: z.strictObject({ perHouseholdMonth: money, months: range }).optional(),
  /** Kinds given as needed, without a figure. */
  asNeeded: ruling(z.array(words)).optional(),
});

const rulings = z.strictObject({
  /** The first day on which these rulings hold; missing on the first of them means always. A later ruling replaces the earlier of its name. */
  from: z.string().regex(isoDate).optional(),
  standard: standard.optional(),
  inKind: z.array(inKind).min(1).optional(),
  /** Whether several types on one household add up. */
  stacking: ruling(z.enum(['就高不叠加', '可以叠加', '未明确'])).optional(),
  daysPerMonth: ruling(z.int().min(28).max(31)).optional(),
  prices: z
    .strictObject({ grainPerJin: money.optional(), quilt: money.optional(), clothesSet: money.optional() })
    .optional(),
  /** Which head count `每人` and `人均` mean. */
  perCapitaBase: ruling(z.enum(['家庭人口', '需救助人口', '未明确'])).optional(),
  ruralOnly: ruling(z.boolean()).optional(),
  absentMonths: ruling(z.int().min(1)).optional(),
  allocation: money.optional(),
  /** How many rows may carry the rounding remainder by decision, and how much in all. */
  remainder: z.strictObject({ rows: ruling(count), amount: money.optional() }).optional(),
  notices: z
    .array(
      z.strictObject({
        level: z.enum(['村', '乡镇', '村和乡镇', '县']),
        /** Missing where the notice does not say. */
        days: z.int().min(1).optional(),
        months: z.int().min(1).optional(),
        dayType: z.enum(['自然日', '工作日', '未明确']),
        from: z.string().regex(monthDay).optional(),
        shows: z.array(words).optional(),
        source,
      }),
    )
    .optional(),
  deadlines: z
    .array(
      z.strictObject({
        what: z.enum(['村级上报', '乡镇上报', '县级审批', '发放完毕']),
        date: z.string().regex(monthDay).or(z.literal('春节前')),
        source,
      }),
    )
    .optional(),
  payment: z
    .strictObject({
      channel: ruling(words).optional(),
      /** Working days from the county's approval. */
      workingDays: ruling(count).optional(),
      once: ruling(z.boolean()).optional(),
      remarkAnyOf: ruling(z.array(words).min(1)).optional(),
    })
    .optional(),
  forbidden: ruling(z.array(words).min(1)).optional(),
});

/**
 * A place's own notice as data: figures in 元, each with the clause that sets it. The built-in schemes, the sheet 救助标准
 * and a `.json` file are all of this one schema.
 */
export const schemeSchema = z.strictObject({
  /** Unique among the schemes at hand. */
  id: words,
  title: words,
  place: words.optional(),
  season: words.optional(),
  /** The document that all clauses belong to. */
  document: words,
  /** Earliest first. */
  rulings: z.array(rulings).min(1),
  /** Days off and worked of years that this program does not know yet, or knows differently. */
  holidays: z.array(holidayYearSchema).optional(),
});

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

export type Scheme = DeepReadonly<z.infer<typeof schemeSchema>>;
export type Rulings = Scheme['rulings'][number];
/** Households that share a standard, known by a word in one of the columns. */
export type Group = DeepReadonly<z.infer<typeof group>>;
