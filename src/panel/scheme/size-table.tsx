import { createFocusOutlineStyle, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

export interface SizeTableProps {
  /** What the table shows, for those who hear it. */
  readonly label: string;
  /** What stands above the columns; no two alike. */
  readonly columns: readonly string[];
  readonly rows: readonly { readonly size: number; readonly cells: readonly SizeCell[] }[];
  readonly note: string;
}

export interface SizeCell {
  readonly text: string;
  /** Why there is no figure. */
  readonly trouble?: string;
}

/** A table by household size that scrolls sideways in a narrow panel, with the sizes kept in sight. */
export function SizeTable({ label, columns, rows, note }: SizeTableProps) {
  const styles = useStyles();
  return (
    // A region that scrolls must be reachable by keyboard.
    <div className={styles.scroller} tabIndex={0} role="region" aria-label={label}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.cell, styles.size)}>
              人数
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className={styles.cell}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ size, cells }) => (
            <tr key={size}>
              <th scope="row" className={mergeClasses(styles.cell, styles.size)}>
                {size}
              </th>
              {cells.map(({ text, trouble }, at) => (
                <td key={columns[at]} className={mergeClasses(styles.cell, trouble && styles.faulty)} title={trouble}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>{note}</p>
    </div>
  );
}

const useStyles = makeStyles({
  scroller: {
    overflowX: 'auto',
    padding: '0 0 12px',
    ...createFocusOutlineStyle({ style: { outlineOffset: '-3px' } }),
  },
  table: { width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' },
  cell: {
    padding: '4px 8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    textAlign: 'end',
    fontWeight: tokens.fontWeightRegular,
    lineHeight: '20px',
    whiteSpace: 'nowrap',
  },
  size: {
    position: 'sticky',
    left: 0,
    paddingInlineStart: '16px',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground3,
    textAlign: 'start',
  },
  faulty: { color: tokens.colorPaletteRedForeground1 },
  note: { margin: 0, padding: '8px 8px 0 16px', color: tokens.colorNeutralForeground3, lineHeight: '20px' },
});
