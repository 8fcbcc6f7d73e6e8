import {
  Button,
  createFocusOutlineStyle,
  Field,
  Input,
  makeStyles,
  mergeClasses,
  Select,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import {
  lacksClause,
  needsClause,
  subjectChoices,
  takesSubject,
  unitChoices,
  valueChoices,
  valueExample,
  type LineProblem,
  type SchemeLine,
} from '../../tasks/scheme-desk';

export interface FigureRowProps {
  readonly line: SchemeLine;
  readonly problems: readonly LineProblem[];
  readonly isChanged: boolean;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onChange: (line: SchemeLine) => void;
  readonly onRemove: () => void;
}

/** One figure with its clause; pressed, it can be changed. */
export function FigureRow({ line, problems, isChanged, isOpen, onOpen, onChange, onRemove }: FigureRowProps) {
  const styles = useStyles();
  const editor = useId();
  const row = useRef<HTMLButtonElement>(null);
  const close = () => {
    onOpen(false);
    row.current?.focus();
  };
  return (
    <li className={mergeClasses(styles.row, isOpen && styles.rowOpen)}>
      <button
        ref={row}
        type="button"
        className={styles.main}
        aria-expanded={isOpen}
        aria-controls={isOpen ? editor : undefined}
        onClick={() => onOpen(!isOpen)}
      >
        <span className={styles.top}>
          <span className={styles.word}>
            {line.word}
            {line.subject !== '' && <span className={styles.subject}>{line.subject}</span>}
            {isChanged && <span className={styles.changed}>已改</span>}
          </span>
          <span className={styles.value}>
            {String(line.value) === '' ? <span className={styles.quiet}>未填</span> : String(line.value)}
            {line.unit !== '' && <span className={styles.unit}>{line.unit}</span>}
          </span>
        </span>
        {needsClause(line.word) && (
          <span className={mergeClasses(styles.clause, lacksClause(line) && styles.lacking)}>
            {lacksClause(line) ? '还没有写条款依据' : line.source}
          </span>
        )}
        {line.from !== '' && <span className={styles.clause}>自 {line.from} 起</span>}
      </button>
      {problems.map(({ part, sentence }) => (
        <p key={`${part} ${sentence}`} className={styles.problem}>
          {sentence}
        </p>
      ))}
      {isOpen && (
        <div id={editor} className={styles.editor}>
          <Editor line={line} onChange={onChange} onClose={close} />
          <div className={styles.actions}>
            <Button size="small" appearance="primary" onClick={close}>
              好
            </Button>
            <Button size="small" appearance="subtle" onClick={onRemove}>
              删去这一行
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}

interface EditorProps {
  readonly line: SchemeLine;
  readonly onChange: (line: SchemeLine) => void;
  readonly onClose: () => void;
}

/** What is typed counts at once: the table of amounts follows each key. */
function Editor({ line, onChange, onClose }: EditorProps) {
  const styles = useStyles();
  const box = useRef<HTMLDivElement>(null);
  const [{ word }] = useState(line);
  useEffect(() => box.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), []);
  const subjects = subjectChoices(word);
  const values = valueChoices(word);
  const units = unitChoices(word);
  const put =
    (part: keyof SchemeLine) =>
    (_: unknown, { value }: { value: string }) =>
      onChange({ ...line, [part]: value });
  return (
    <div
      ref={box}
      className={styles.fields}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && (event.key !== 'Enter' || event.target instanceof HTMLTextAreaElement)) return;
        if (event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      {takesSubject(word) && (
        <Field label="对象">
          {subjects ? (
            <Choice value={line.subject} choices={subjects} onChange={put('subject')} />
          ) : (
            <Input value={line.subject} onChange={put('subject')} />
          )}
        </Field>
      )}
      <div className={styles.pair}>
        <Field label="数值" className={styles.grow}>
          {values ? (
            <Choice value={String(line.value)} choices={values} onChange={put('value')} />
          ) : (
            <Input
              className={styles.input}
              value={String(line.value)}
              placeholder={valueExample(word)}
              onChange={put('value')}
            />
          )}
        </Field>
        {units.length > 1 && (
          <Field label="单位">
            <Choice value={line.unit} choices={units} onChange={put('unit')} />
          </Field>
        )}
      </div>
      {needsClause(word) && (
        <Field label="条款依据">
          <Textarea
            resize="vertical"
            rows={2}
            value={line.source}
            placeholder="出自哪份文件的哪一条"
            onChange={put('source')}
          />
        </Field>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly value: string;
  readonly choices: readonly string[];
  readonly onChange: (event: unknown, data: { value: string }) => void;
}

/** What stands there is offered too, so that opening the list changes nothing. */
function Choice({ value, choices, onChange, ...field }: ChoiceProps) {
  return (
    <Select {...field} value={value} onChange={onChange}>
      {(choices.includes(value) ? choices : [value, ...choices]).map((choice) => (
        <option key={choice} value={choice}>
          {choice}
        </option>
      ))}
    </Select>
  );
}

const useStyles = makeStyles({
  row: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  rowOpen: { backgroundColor: tokens.colorNeutralBackground2 },
  main: {
    display: 'block',
    width: '100%',
    padding: '8px 8px 8px 16px',
    border: 'none',
    background: 'none',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ...createFocusOutlineStyle({ style: { outlineOffset: '-3px' } }),
  },
  top: { display: 'flex', alignItems: 'baseline', columnGap: '12px', lineHeight: '22px' },
  word: { flexShrink: 0, maxWidth: '60%', overflowWrap: 'anywhere' },
  subject: { marginInlineStart: '6px', color: tokens.colorNeutralForeground3 },
  changed: { marginInlineStart: '6px', color: tokens.colorBrandForeground1 },
  value: {
    flexGrow: 1,
    minWidth: 0,
    textAlign: 'end',
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  unit: { marginInlineStart: '4px', color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  clause: { display: 'block', lineHeight: '20px', color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  lacking: { color: tokens.colorPaletteRedForeground1 },
  quiet: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  problem: {
    margin: 0,
    padding: '0 8px 8px 16px',
    color: tokens.colorPaletteRedForeground1,
    lineHeight: '20px',
    overflowWrap: 'anywhere',
  },
  editor: { padding: '4px 8px 12px 16px' },
  fields: { display: 'flex', flexDirection: 'column', gap: '8px' },
  pair: { display: 'flex', gap: '8px' },
  grow: { flexGrow: 1, minWidth: 0 },
  input: { minWidth: 0 },
  actions: { display: 'flex', gap: '8px', marginTop: '12px' },
});
