import type { Severity } from './finding';

/** What a person calls the severities: an error must be put right, a doubt must be looked at, a note may be. */
export const severityWords: Readonly<Record<Severity, string>> = { error: '错误', warning: '疑点', note: '提示' };
