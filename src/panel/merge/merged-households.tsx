import { makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { PagedList } from './paged-list';
import { RowWithOrigin, type RowWithOriginProps } from './row-with-origin';

/** All merged rows, to be found by name, village or file, each with the row it came from. */
export function MergedHouseholds({ merged, onJump }: Pick<RowWithOriginProps, 'merged' | 'onJump'>) {
  const styles = useStyles();
  const [words, setWords] = useState('');
  const { rows } = merged;
  const listed = useMemo(() => {
    const wanted = words.trim();
    if (wanted === '') return rows;
    return rows.filter(
      ({ name, village, from }) => name.includes(wanted) || village.includes(wanted) || from.workbook.includes(wanted),
    );
  }, [rows, words]);
  return (
    <>
      <div className={styles.filter}>
        <SearchBox
          className={styles.search}
          size="small"
          aria-label="查找汇入的户"
          placeholder="姓名、村、文件"
          value={words}
          onChange={(_, { value }) => setWords(value)}
        />
      </div>
      {listed.length === 0 && <p className={styles.none}>没有找到。</p>}
      <PagedList
        items={listed}
        of="汇入的各户"
        keyOf={({ sheet, row }) => `${sheet} ${row}`}
        draw={(row) => (
          <RowWithOrigin merged={merged} onJump={onJump} places={[row.from]}>
            <span className={styles.name}>{row.name || '没有写姓名'}</span>
            <span className={styles.quiet}>
              {row.village}，{row.from.workbook} 第 {row.from.row} 行
            </span>
          </RowWithOrigin>
        )}
      />
    </>
  );
}

const useStyles = makeStyles({
  filter: { padding: '2px 8px 8px 16px' },
  search: { width: '100%', maxWidth: '280px' },
  none: { margin: '0 8px 8px 16px', color: tokens.colorNeutralForeground3 },
  name: { fontWeight: tokens.fontWeightSemibold, marginInlineEnd: '10px' },
  quiet: { color: tokens.colorNeutralForeground3 },
});
