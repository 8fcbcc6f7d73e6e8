/**
 * Cells as an HTML table for the clipboard. Excel takes text cells from it as text (`mso-number-format`), so that an
 * 18-digit number copied here does not lose its last digits there.
 */
export const clipboardTable = (
  rows: readonly (readonly { readonly text: string; readonly isText: boolean }[])[],
): string =>
  `<table>${rows
    .map(
      (row) =>
        `<tr>${row
          .map((cell) => `<td${cell.isText ? ` style="mso-number-format:'\\@'"` : ''}>${escaped(cell.text)}</td>`)
          .join('')}</tr>`,
    )
    .join('')}</table>`;

const escaped = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\n/g, '<br style="mso-data-placement:same-cell">');
