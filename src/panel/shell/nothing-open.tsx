import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DocumentTableRegular } from '../icons';
import type { PanelHost } from '../panel-host';
import { EmptyState } from '../parts/empty-state';

/** What stands in the panel while no workbook is open. */
export function NothingOpen({ host }: { readonly host: PanelHost }) {
  const styles = useStyles();
  return (
    <section className={styles.place} aria-label="台账助手">
      <EmptyState
        icon={<DocumentTableRegular />}
        title="打开一份台账"
        actions={
          <>
            {host.openFile && (
              <Button appearance="primary" onClick={host.openFile}>
                选择文件
              </Button>
            )}
            {host.openSample && <Button onClick={host.openSample}>打开示例台账</Button>}
          </>
        }
      >
        支持 xlsx、xlsm、xls 和 csv。文件只在本机处理，不会上传；检查不会改动台账。
      </EmptyState>
    </section>
  );
}

const useStyles = makeStyles({
  place: {
    boxSizing: 'border-box',
    height: '100%',
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
});
