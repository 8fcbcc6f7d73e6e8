import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useEffect, useId, useRef } from 'react';
import type { WrongFileQuestion } from './use-wrong-file';

export interface WrongFileBarProps {
  readonly question: WrongFileQuestion;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks whether this is the right file, before the first thing is written into it. */
export function WrongFileBar({ question, onConfirm, onCancel }: WrongFileBarProps) {
  const styles = useStyles();
  const cancel = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => cancel.current?.focus(), [question]);
  return (
    <div role="alertdialog" aria-label="请核对文件" aria-describedby={id}>
      <MessageBar intent="warning" layout="multiline" shape="square" className={styles.bar}>
        <MessageBarBody className={styles.words} id={id}>
          {question.signs.map(({ key, sentence }) => (
            <p key={key} className={styles.line}>
              {sentence}
            </p>
          ))}
          <p className={styles.line}>还没有改动任何内容。</p>
        </MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={onConfirm}>
            是这份文件，继续
          </Button>
          <Button size="small" ref={cancel} onClick={onCancel}>
            取消
          </Button>
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}

const useStyles = makeStyles({
  bar: { maxHeight: '50vh', overflowY: 'auto', borderLeftStyle: 'none', borderRightStyle: 'none' },
  words: { fontSize: '14px', lineHeight: '22px', overflowWrap: 'anywhere', whiteSpace: 'normal' },
  line: { margin: '0 0 4px' },
});
