import type { IsoDate } from '../ledger/dates';
import type { Ledger } from '../ledger/ledger';
import type { CellValue } from '../workbook/cell';
import type { SealCheck } from './verify-seal';

/** One file that came back: read, or not readable with the sentence that says why. */
export type ReturnedFile = ReadFile | UnreadFile;

export interface UnreadFile {
  /** The file's name, different for each file of one merge. */
  readonly workbook: string;
  /** Why nothing could be read, as one Chinese sentence. */
  readonly unread: string;
}

export interface ReadFile {
  readonly workbook: string;
  readonly ledgers: readonly ReturnedLedger[];
  readonly sheetsNotRead: readonly { readonly sheet: string; readonly why: string }[];
  /** Chinese sentences about how the file was read. */
  readonly remarks: readonly string[];
  readonly facts: ReturnFacts;
  /** Missing where the file bears no seal. */
  readonly seal?: SealCheck;
}

/** What a file itself says of its age and origin. */
export interface ReturnFacts {
  /** The latest 填报日期 of its rows, else the one above the table. */
  readonly preparedOn?: IsoDate;
  /** The day of its 核查记录. */
  readonly checkedOn?: IsoDate;
  /** The day the file was last saved, as the file system says. */
  readonly modifiedOn?: IsoDate;
  /** The township's folder that the file lay in. */
  readonly folder?: string;
}

/** A ledger with the columns that no field claims, so that these are not lost. */
export interface ReturnedLedger {
  readonly ledger: Ledger;
  readonly others: readonly OtherColumn[];
}

export interface OtherColumn {
  readonly heading: string;
  /** By entry. */
  readonly typed: readonly CellValue[];
}

/** What the bureau expects back. Whatever is left out is not looked at. */
export interface Expectation {
  /** The year in which the winter began: 2025 for 2025–2026. Missing means the one that most files state. */
  readonly season?: number;
  /** The names of the villages that have to hand in. */
  readonly villages?: readonly string[];
  /** Ids of the forms that are taken. Missing means any form that names households. */
  readonly forms?: readonly string[];
  /** Workbooks that a person chose where it could not be told which is newer. */
  readonly newer?: readonly string[];
}

export const isRead = (file: ReturnedFile): file is ReadFile => !('unread' in file);

/** Comparing by code units: the same on every computer. */
export const inOrder = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
