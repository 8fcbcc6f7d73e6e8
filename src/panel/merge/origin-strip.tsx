import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { WorkbookPort } from '../../core/workbook/port';
import { isOriginSheet, mergedKey, originsIn, type MergedRow } from '../../tasks/merged-rows';

/** In a merged workbook: where the row that the person stands in came from. Nothing stands here in any other workbook. */
export function OriginStrip({ port }: { readonly port?: WorkbookPort }) {
  const styles = useStyles();
  const [origin, setOrigin] = useState<MergedRow>();
  useEffect(() => {
    let isOver = false;
    let origins: Promise<ReadonlyMap<string, MergedRow>> | undefined;
    const stop = port?.onSelected?.((cell) => {
      // Read at the first move, so that opening a workbook waits for nothing; where it cannot be read, nothing is shown.
      origins ??= port.read(undefined, isOriginSheet).then(originsIn, () => new Map());
      void origins.then((known) => {
        if (!isOver) setOrigin(known.get(mergedKey(cell)));
      });
    });
    return () => {
      isOver = true;
      stop?.();
    };
  }, [port]);
  if (!origin) return null;
  return (
    <p className={styles.strip} role="status">
      来源：{origin.from.workbook} “{origin.from.sheet}” 第 {origin.from.row} 行{origin.name && `（${origin.name}）`}
    </p>
  );
}

const useStyles = makeStyles({
  strip: {
    flexShrink: 0,
    margin: 0,
    padding: '6px 8px 6px 16px',
    lineHeight: '20px',
    color: tokens.colorNeutralForeground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
});
