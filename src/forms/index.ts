import type { Form } from '../core/ledger/form';
import { memberRoster } from './member-roster';
import { nationalRoster } from './national-roster';
import { reliefImport } from './relief-import';
import { villageLedger } from './village-ledger';

/** The fixed forms that are built in. */
export const forms: readonly Form[] = [nationalRoster, reliefImport, villageLedger, memberRoster];

/** The form of that id, or `undefined`. */
export const formById = (id: string): Form | undefined => forms.find((form) => form.id === id);
