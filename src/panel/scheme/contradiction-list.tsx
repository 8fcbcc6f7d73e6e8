import { makeStyles, tokens } from '@fluentui/react-components';
import { SeverityIcon } from '../parts/severity-icon';
import type { Contradiction } from '../../tasks/scheme-desk';

/** What cannot be followed and what must be asked, with the sizes and clauses concerned. */
export function ContradictionList({ contradictions }: { readonly contradictions: readonly Contradiction[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label="矛盾和待问">
      {contradictions.map(({ kind, sentence, sizes, sources }) => (
        <li key={`${kind} ${sentence}`} className={styles.item}>
          <SeverityIcon severity={kind === 'open-question' ? 'note' : 'warning'} />
          <div className={styles.words}>
            {sentence}
            {sizes && sizes.length > 0 && <span className={styles.quiet}>涉及 {sizeWords(sizes)}的户</span>}
            {[...new Set(sources)].map((source) => (
              <span key={source} className={styles.quiet}>
                {source}
              </span>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** `1, 2, 3, 7` → `1—3 人、7 人`. */
export function sizeWords(sizes: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const size of sizes) {
    const run = runs[runs.length - 1];
    if (run && size === run.last + 1) run.last = size;
    else runs.push({ first: size, last: size });
  }
  return runs.map(({ first, last }) => (first === last ? `${first} 人` : `${first}—${last} 人`)).join('、');
}

const useStyles = makeStyles({
  list: { margin: 0, padding: '0 8px 12px 16px', listStyle: 'none', lineHeight: '22px' },
  item: { display: 'flex', gap: '8px', padding: '4px 0', '> svg': { marginTop: '3px' } },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { display: 'block', lineHeight: '20px', color: tokens.colorNeutralForeground3 },
});
