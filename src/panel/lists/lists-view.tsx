import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { ArrowSyncRegular, DismissRegular } from '../icons';
import { referenceCatalogue, type ReferenceOffered } from '../../tasks/reference-list';
import type { PanelState } from '../use-panel';
import type { PickedList } from './use-lists';

/** 核对名单: the lists that the office holds, kind by kind, with what was read of each file. */
export function ListsView({ panel }: { readonly panel: PanelState }) {
  const styles = useStyles();
  const { lists, run } = panel;
  const isBusy = run.running !== undefined;
  return (
    <div className={styles.view}>
      <p className={styles.words}>
        有这些名单的，选来一起核对。名单只在打开这份台账期间使用，不保存，也不写进台账；没有提供的名单，对应的检查不做。
      </p>
      <div className={styles.recheck}>
        <Button
          appearance={panel.listsChanged ? 'primary' : 'secondary'}
          icon={<ArrowSyncRegular />}
          disabledFocusable={isBusy}
          onClick={panel.check}
        >
          按名单检查
        </Button>
      </div>
      <ul className={styles.kinds} aria-label="核对名单">
        {referenceCatalogue.map((offered) => (
          <Kind key={offered.kind} offered={offered} panel={panel} isBusy={isBusy} />
        ))}
      </ul>
      {!lists.pick && <p className={styles.quiet}>这里不能选择文件，请在浏览器工作台或命令行里核对名单。</p>}
    </div>
  );
}

interface KindProps {
  readonly offered: ReferenceOffered;
  readonly panel: PanelState;
  readonly isBusy: boolean;
}

function Kind({ offered, panel, isBusy }: KindProps) {
  const styles = useStyles();
  const { lists } = panel;
  const { kind, title, checks } = offered;
  const own = lists.picked.filter((list) => list.kind === kind);
  const refused = lists.refused[kind] ?? [];
  return (
    <li className={styles.kind}>
      <div className={styles.head}>
        <h3 className={styles.title}>{title}</h3>
        {lists.pick && (
          <Button
            size="small"
            className={styles.button}
            disabledFocusable={isBusy}
            aria-label={`${own.length > 0 ? '再选文件' : '选文件'}：${title}`}
            onClick={() => lists.pick?.(kind)}
          >
            {own.length > 0 ? '再选文件' : '选文件'}
          </Button>
        )}
      </div>
      <p className={styles.quiet}>
        {own.length > 0 ? '用来核对' : '没有提供，没有核对'}：{checks.join('、')}
      </p>
      {own.map((list) => (
        <Given key={list.number} list={list} onRemove={isBusy ? undefined : () => lists.remove(list)} />
      ))}
      {refused.length > 0 && (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody className={styles.body}>{refused.join('')}</MessageBarBody>
        </MessageBar>
      )}
    </li>
  );
}

function Given({ list, onRemove }: { readonly list: PickedList; readonly onRemove?: () => void }) {
  const styles = useStyles();
  return (
    <div className={styles.given} role="group" aria-label={list.file}>
      <div className={styles.file}>
        <span className={styles.name}>{list.file}</span>
        <Button
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={`去掉“${list.file}”`}
          title="去掉"
          disabledFocusable={!onRemove}
          onClick={onRemove}
        />
      </div>
      {list.read.remarks.map((remark) => (
        <p key={remark} className={styles.quiet}>
          {remark}
        </p>
      ))}
    </div>
  );
}

const useStyles = makeStyles({
  view: { padding: '12px 8px 24px 16px', lineHeight: '22px', overflowWrap: 'anywhere' },
  words: { margin: '0 0 12px', color: tokens.colorNeutralForeground2 },
  recheck: { marginBottom: '4px' },
  kinds: { listStyle: 'none', margin: 0, padding: 0 },
  kind: {
    padding: '12px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
  },
  head: { display: 'flex', alignItems: 'flex-start', gap: '8px' },
  title: { flexGrow: 1, margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  button: { flexShrink: 0, minWidth: 'auto' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
  given: {
    marginTop: '4px',
    padding: '6px 4px 8px 12px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
  },
  file: { display: 'flex', alignItems: 'center', gap: '8px' },
  name: { flexGrow: 1 },
  body: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
});
