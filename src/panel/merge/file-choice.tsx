import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { namesApart } from '../../tasks/picked-returns';
import { DismissRegular, FolderOpenRegular } from '../icons';
import { PagedList } from './paged-list';
import type { Merge } from './use-merge';

/** Which files are merged: a folder or single ones, each of which can be left out again. */
export function FileChoice({ merge, isBusy }: { readonly merge: Merge; readonly isBusy: boolean }) {
  const styles = useStyles();
  const { files } = merge;
  const listed = useMemo(() => {
    const names = namesApart(files.map(({ name, folders = [] }) => [...folders, name]));
    return files.map((file, index) => ({ file, name: names[index] }));
  }, [files]);
  return (
    <div className={styles.place}>
      <div className={styles.actions}>
        <Button
          appearance={files.length === 0 ? 'primary' : 'secondary'}
          icon={<FolderOpenRegular />}
          disabledFocusable={isBusy}
          onClick={() => merge.pick('folder')}
        >
          选择文件夹
        </Button>
        <Button disabledFocusable={isBusy} onClick={() => merge.pick('files')}>
          选择文件
        </Button>
        {files.length > 0 && (
          <Button appearance="subtle" disabledFocusable={isBusy} onClick={merge.clear}>
            清空
          </Button>
        )}
      </div>
      <p className={styles.quiet}>
        可以选整个文件夹，也可以一次选许多文件（.xlsx、.xlsm、.xls、.csv）。文件只在本机读取，不上传，也不改动。
      </p>
      <PagedList
        items={listed}
        of="选好的文件"
        keyOf={({ name }) => name}
        draw={({ file, name }) => (
          <div className={styles.file}>
            <span className={styles.name}>{name}</span>
            {file.modifiedOn && <span className={styles.day}>{file.modifiedOn}</span>}
            <Button
              appearance="transparent"
              size="small"
              icon={<DismissRegular />}
              aria-label={`不汇总“${name}”`}
              disabledFocusable={isBusy}
              onClick={() => merge.leaveOut(file)}
            />
          </div>
        )}
      />
    </div>
  );
}

const useStyles = makeStyles({
  place: { padding: '4px 8px 12px 16px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  quiet: { margin: '8px 0', color: tokens.colorNeutralForeground3, lineHeight: '20px' },
  file: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    minHeight: '32px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  day: { flexShrink: 0, color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
});
