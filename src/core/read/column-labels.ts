import { isUnitAlone } from '../ledger/tidy';
import { isDash } from './parse-cell';

/**
 * True for a row that labels the columns once more right under their headings: 1 2 3 4, 甲 乙 丙, codes such as D03001,
 * or units alone. `texts` are the row's filled cells, tidied.
 */
export function labelsColumns(texts: readonly string[]): boolean {
  const labels = texts.length > 0 && opener.test(texts[0]) ? texts.slice(1) : texts;
  if (labels.length < 3) return false;
  return countUp(labels) || (labels.every(isLabel) && labels.some((text) => code.test(text) || isUnitAlone(text)));
}

const opener = /^(栏次|行次|序次|指标代码|代码|编码|计量单位|单位)$/;
const code = /^[A-Z]{1,3}\d{2,6}$/;
const isStem = (text: string): boolean => text.length === 1 && '甲乙丙丁戊己庚辛壬癸'.includes(text);
const isLabel = (text: string): boolean => code.test(text) || isUnitAlone(text) || isStem(text) || isDash(text);

function countUp(labels: readonly string[]): boolean {
  const counted = labels.filter((text) => !isStem(text)).map((text) => Number(text.replace(/[()]/g, '')));
  return (
    counted.every((number, index) => number === counted[0] + index) &&
    (counted.length < labels.length || counted[0] === 1)
  );
}
