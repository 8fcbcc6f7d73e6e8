import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { CellRef } from '../../core/workbook/cell';
import type { Comparison, FieldSideBySide } from '../../tasks/compare-entries';
import { Disclosure } from '../parts/disclosure';
import { Pager } from '../parts/pager';
import { placeOf } from '../sentences/place';

export interface RowsSideBySideProps {
  readonly comparison: Comparison;
  readonly onJump: (cell: CellRef) => void;
}

/** So many other rows stand beside the first one at once. */
const others = 3;

/** The rows of a finding, column by column: what differs first, then what agrees, each said in a word. */
export function RowsSideBySide({ comparison, onJump }: RowsSideBySideProps) {
  const styles = useStyles();
  const [page, setPage] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const { rows, fields, band, reason } = comparison;
  const shown = rows.map((row, index) => ({ ...row, index })).filter(({ index }) => isOn(page, index));
  const disagreeing = fields.filter(({ is }) => is !== 'same');
  const agreeing = fields.filter(({ is }) => is === 'same');
  return (
    <section className={styles.place} aria-label="比对">
      <p className={styles.verdict}>
        {band && <strong className={styles.band}>{band}</strong>}
        {reason}
      </p>
      <div className={styles.row}>
        {shown.map(({ at, name, index }) => (
          <div key={placeOf(at)} className={styles.cell}>
            <span className={styles.of}>第 {index + 1} 处</span>
            <span className={styles.name}>{name}</span>
            <Link as="button" aria-label={`查看第 ${index + 1} 处：${placeOf(at)}`} onClick={() => onJump(at)}>
              {placeOf(at)}
            </Link>
          </div>
        ))}
      </div>
      <Pager of="其余各处" page={page} pages={Math.ceil((rows.length - 1) / others)} onTurn={setPage} />
      {disagreeing.length > 0 && (
        <ul className={styles.list} aria-label="不一样的栏目">
          {disagreeing.map((field) => (
            <li key={field.field} className={styles.field}>
              <Title field={field} />
              <div className={styles.row}>
                {shown.map(({ index }) => (
                  <span key={index} className={mergeClasses(styles.cell, field.is === 'different' && styles.different)}>
                    <span className={styles.unseen}>第 {index + 1} 处：</span>
                    <span className={styles.of} aria-hidden>
                      {index + 1}
                    </span>
                    {field.values[index] || <span className={styles.quiet}>没有填</span>}
                  </span>
                ))}
              </div>
            </li>
          ))}
        </ul>
      )}
      {agreeing.length > 0 && (
        <Disclosure
          title="相同的栏目"
          aside={`${agreeing.length} 项`}
          isOpen={isOpen}
          onToggle={() => setOpen(!isOpen)}
        >
          <ul className={styles.list} aria-label="相同的栏目">
            {agreeing.map((field) => (
              <li key={field.field} className={mergeClasses(styles.field, styles.line)}>
                <Title field={field} />
                <span className={styles.value}>{field.values[0]}</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}

/** The first row always stands there; the others come page by page. */
const isOn = (page: number, index: number): boolean =>
  index === 0 || (index > page * others && index <= (page + 1) * others);

const words = { same: '相同', different: '不同', partly: '有一处没填' } as const;

function Title({ field: { title, is, where } }: { readonly field: FieldSideBySide }) {
  const styles = useStyles();
  return (
    <span className={styles.title}>
      {title}{' '}
      <span className={mergeClasses(styles.word, is === 'different' && styles.differs)}>
        {is === 'different' && '≠ '}
        {words[is]}
        {where && `，${where}`}
      </span>
    </span>
  );
}

const useStyles = makeStyles({
  place: { marginTop: '12px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  verdict: { margin: '10px 0', lineHeight: '22px', overflowWrap: 'anywhere' },
  band: { display: 'block' },
  // Two columns where they fit, else one under the other.
  row: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))', gap: '4px 8px' },
  cell: { minWidth: 0, lineHeight: '22px', overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' },
  of: { color: tokens.colorNeutralForeground3, marginInlineEnd: '6px' },
  name: { display: 'inline-block', marginInlineEnd: '6px', fontWeight: tokens.fontWeightSemibold },
  list: { margin: '8px 0 0', padding: 0, listStyle: 'none' },
  field: { padding: '6px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  line: { display: 'flex', flexWrap: 'wrap', gap: '0 8px', lineHeight: '22px' },
  title: { display: 'block', color: tokens.colorNeutralForeground2, lineHeight: '22px' },
  word: { color: tokens.colorNeutralForeground3 },
  differs: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  different: {
    padding: '0 6px',
    borderLeft: `3px solid ${tokens.colorPaletteDarkOrangeBorderActive}`,
    backgroundColor: tokens.colorPaletteDarkOrangeBackground1,
  },
  value: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});
