import { yuan, type Fen } from '../core/ledger/money';

/** An amount in 元 as a person types it; `undefined` where it is none. */
export function typedYuan(text: string): Fen | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,]|元$/g, '');
  return /^\d{1,10}(\.\d{1,2})?$/.test(plain) ? yuan(Number(plain)) : undefined;
}
