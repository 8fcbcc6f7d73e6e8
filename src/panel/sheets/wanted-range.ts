import { chosenRows, type SheetsRefused, type SheetsRequest } from '../../tasks/make-sheets';
import type { Range } from './use-sheets';

/** The range as a task takes it, or why it cannot be read. */
export function wanted(range: Range): Pick<SheetsRequest, 'village' | 'rows'> | SheetsRefused {
  if (range.of === 'all') return {};
  if (range.of === 'village') return { village: range.village };
  const rows = chosenRows(range.text);
  if (!rows)
    return { because: 'no-row', refused: '请写明选中的行号，例如 12-20、25，或在台账里选好后按“取选中的行”。' };
  return { rows: { sheet: range.sheet, ...rows } };
}
