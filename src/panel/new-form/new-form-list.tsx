import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { catalogue } from '../../tasks/catalogue';
import type { PanelState } from '../use-panel';

/** 新建表样: the fixed forms, each with a button that puts a blank one into the open workbook. */
export function NewFormList({ panel }: { readonly panel: PanelState }) {
  const styles = useStyles();
  const isBusy = panel.run.running !== undefined;
  return (
    <ul className={styles.list} aria-label="新建空白表样">
      {catalogue().forms.map(({ id, title, entryIs, columns, paper, source }) => (
        <li key={id} className={styles.form}>
          <span className={styles.words}>
            {title}
            <span className={styles.quiet}>
              {entryIs === 'person' ? '一人一行' : '一户一行'}，{columns.length} 栏，{paper} 纸
            </span>
            <span className={styles.quiet}>{source}</span>
          </span>
          <Button
            size="small"
            className={styles.button}
            aria-label={`新建${title}`}
            disabledFocusable={isBusy}
            onClick={() => panel.newForm(id)}
          >
            新建
          </Button>
        </li>
      ))}
    </ul>
  );
}

const useStyles = makeStyles({
  list: { margin: 0, padding: '0 8px 8px 16px', listStyle: 'none' },
  form: { display: 'flex', alignItems: 'flex-start', gap: '8px', padding: '6px 0', lineHeight: '22px' },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  button: { flexShrink: 0 },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: '12px', lineHeight: '18px' },
});
