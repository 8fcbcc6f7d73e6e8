import { makeStyles } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { Pager } from '../parts/pager';

export interface PagedListProps<T> {
  readonly items: readonly T[];
  /** What is listed, for the list's name and the pager's. */
  readonly of: string;
  readonly keyOf: (item: T, index: number) => string;
  readonly draw: (item: T) => ReactNode;
}

const pageSize = 30;

/** A list of which one page is drawn. Other items begin at the first page. */
export function PagedList<T>({ items, of, keyOf, draw }: PagedListProps<T>) {
  const styles = useStyles();
  const [turned, setTurned] = useState({ items, page: 0 });
  const page = turned.items === items ? turned.page : 0;
  const pages = Math.ceil(items.length / pageSize);
  const first = page * pageSize;
  return (
    <>
      <ul className={styles.list} aria-label={of}>
        {items.slice(first, first + pageSize).map((item, index) => (
          <li key={keyOf(item, first + index)}>{draw(item)}</li>
        ))}
      </ul>
      <Pager of={of} page={page} pages={pages} onTurn={(next) => setTurned({ items, page: next })} />
    </>
  );
}

const useStyles = makeStyles({ list: { margin: 0, padding: 0, listStyle: 'none' } });
