import { Button, Field, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import { catalogue } from '../../tasks/catalogue';
import { seasonsOffered, seasonWords } from '../../tasks/merge-words';
import type { Merge } from './use-merge';

/** What is expected back and what the merged ledger is to look like. Everything has a sensible answer without being asked. */
export function MergeOptions({ merge, isBusy }: { readonly merge: Merge; readonly isBusy: boolean }) {
  const styles = useStyles();
  const { choice, choose, need, today } = merge;
  const { forms, schemes } = catalogue();
  const households = forms.filter(({ entryIs }) => entryIs === 'household');
  return (
    <div className={styles.place}>
      <Field label="汇总台账用的表样">
        <Select value={choice.form} disabled={isBusy} onChange={(_, { value }) => choose({ form: value })}>
          {households.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="救助标准">
        <Select value={choice.scheme} disabled={isBusy} onChange={(_, { value }) => choose({ scheme: value })}>
          <option value="">自动：先用交来文件里的救助标准</option>
          {schemes.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="年度">
        <Select value={choice.season} disabled={isBusy} onChange={(_, { value }) => choose({ season: value })}>
          <option value="">自动：按多数文件写的年度</option>
          {seasonsOffered(today).map((season) => (
            <option key={season} value={season}>
              {seasonWords(season)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="只收哪种表样">
        <Select value={choice.expectForm} disabled={isBusy} onChange={(_, { value }) => choose({ expectForm: value })}>
          <option value="">不限，一户一行的台账都收</option>
          {forms.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="应交的村" hint="一行写一个村，没有交的会列出来；不写就不查。" className={styles.wide}>
        <Textarea
          value={choice.villages}
          rows={3}
          resize="vertical"
          disabled={isBusy}
          onChange={(_, { value }) => choose({ villages: value })}
        />
      </Field>
      <div className={styles.wide}>
        <div className={styles.label}>需救助名单</div>
        <p className={styles.quiet}>
          {need.length === 0
            ? '督查时选原来报的需救助名单，看谁列入没有发放、谁没有列入却发放了。不选就不对照。'
            : `与 ${need.map(({ name }) => `“${name}”`).join('、')} 对照。`}
        </p>
        <div className={styles.actions}>
          <Button disabledFocusable={isBusy} onClick={() => merge.pick('need')}>
            选择名单
          </Button>
          {need.length > 0 && (
            <Button appearance="subtle" disabledFocusable={isBusy} onClick={merge.clearNeed}>
              不对照
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}

/** The options that differ from the usual, in a few words. */
export function optionsInShort({ choice, need }: Merge): string {
  const { forms } = catalogue();
  const said = [
    ...(choice.season ? [seasonWords(Number(choice.season))] : []),
    ...(choice.expectForm ? ['限定表样'] : []),
    ...(choice.villages.trim() ? ['已写应交的村'] : []),
    ...(choice.scheme ? ['指定标准'] : []),
    ...(need.length > 0 ? ['对照名单'] : []),
  ];
  return said.length > 0 ? said.join('、') : (forms.find(({ id }) => id === choice.form)?.title ?? '');
}

const useStyles = makeStyles({
  place: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(240px, 1fr))',
    gap: '12px 16px',
    padding: '4px 8px 16px 16px',
  },
  wide: { gridColumn: '1 / -1' },
  label: { lineHeight: '20px' },
  quiet: { margin: '2px 0 8px', color: tokens.colorNeutralForeground3, lineHeight: '20px', overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});
