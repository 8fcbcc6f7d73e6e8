import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronLeftRegular, ChevronRightRegular } from '../icons';

export interface PagerProps {
  /** What is turned over, for a screen reader. */
  readonly of: string;
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  readonly onTurn: (page: number) => void;
}

/** Turns over the pages of a long list; draws nothing where there is only one. */
export function Pager({ of, page, pages, onTurn }: PagerProps) {
  const styles = useStyles();
  if (pages < 2) return null;
  return (
    <nav className={styles.pager} aria-label={`${of}翻页`}>
      <Button
        appearance="subtle"
        icon={<ChevronLeftRegular />}
        aria-label="上一页"
        disabledFocusable={page === 0}
        onClick={() => onTurn(page - 1)}
      />
      <span className={styles.where}>
        第 {page + 1} 页，共 {pages} 页
      </span>
      <Button
        appearance="subtle"
        icon={<ChevronRightRegular />}
        aria-label="下一页"
        disabledFocusable={page === pages - 1}
        onClick={() => onTurn(page + 1)}
      />
    </nav>
  );
}

const useStyles = makeStyles({
  pager: { display: 'flex', alignItems: 'center', justifyContent: 'center', gap: '4px', padding: '4px 12px 8px' },
  where: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
});
