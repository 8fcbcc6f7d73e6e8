import { tidyText } from '../ledger/tidy';

/**
 * What a cell says if it is the label of a total, exactly: 小计, 合计, 总计, 本页小计, 上寨村合计, 合计35户. The places and
 * parts named in front make it a subtotal. `undefined` for anything else, such as a person whose name begins with 总.
 */
export function totalLabel(text: string): 'subtotal' | 'total' | undefined {
  if (text.length > 40 || !text.includes('计')) return undefined;
  const tidy = tidyText(text)
    .replace(/\([^()]*\)/g, '')
    .replace(/[:()\-—=“”"]/g, '');
  const label = /^(.*?)(小计|合计|总计|共计|累计|总合计)(\d+户.*|户|元|人|金额)?$/.exec(tidy);
  if (!label) return undefined;
  const [, before, word] = label;
  if (before === '' || before === '总') return word === '小计' ? 'subtotal' : 'total';
  if (/^(全(乡|镇|县|区|市|表|部)|以上|本表)$/.test(before)) return 'total';
  return /^本(页|村|组|社区|户|栏)$/.test(before) || /[村组乡镇县市区屯寨队社类户页]$|社区$|街道$/.test(before)
    ? 'subtotal'
    : undefined;
}

/** The households a total row states in words: 35户. */
export const statedHouseholds = (text: string): number | undefined => {
  const stated = /(\d{1,7})户/.exec(tidyText(text))?.[1];
  return stated === undefined ? undefined : Number(stated);
};

/** True for the words that open a line of signatures, seals or the day of reporting under a table. */
export const isSignature = (text: string): boolean => signature.test(tidyText(text));

/** True for an explanation: 注：…, 说明：…, 以下空白. */
export const isNote = (text: string): boolean => note.test(tidyText(text));

/** True for what stands above a table: 填报单位：上寨村, 单位：万元. */
export const isUnitLine = (text: string): boolean =>
  /^((填报|填表|报送|编制|统计|计量|金额)?单位)(\((盖章|公章)\))?:/.test(tidyText(text));

/** True for something a person could be called, as opposed to a place, a group or a class of households. */
export const isNameLike = (text: string): boolean => {
  const tidy = tidyText(text);
  return /^[\p{Script=Han}·•]{2,12}$/u.test(tidy)
    ? tidy.length <= 4 || /[·•]/.test(tidy)
      ? !place.test(tidy)
      : false
    : /^[A-Za-z ]+$/.test(text.trim());
};

const place = /[组村户队屯寨镇乡类区道县市员页象群度]$/;
const note =
  /^其中:|^其中$|^(平均|人均|户均)|^[(*※★]?(注|备注|说明|附注|填表说明|填报说明|填写说明|注意事项|以下空白|以下无正文|此页无正文|此表一式)([:\d.、,，(]|$|.*(一式|空白|无正文))|^(注|备注|说明|填表说明|填报说明):/;
const signature = new RegExp(
  '^\\(?(' +
    '(单位|统计|村|居|村民|居民|村委会|居委会|委员会|村\\(居\\)委会|驻村|包村|工作队|第一|社区|乡镇|镇|乡|民政|应急|财政|分管|主管|主要|部门)*(负责人|村委会|居委会|委员会|干部|队长|民政办|应急办|财政所|人民政府|领导|领导签字|主任|书记|支书|审核人|审批人|审核意见|审批意见|意见)' +
    '|(填表|填报|制表|审核|审批|经办|复核|报送|登记|统计|制单|经手|监督|核对|校对|批准|录入|发放|领取|见证|调查)(人|员|人员|单位)(签字|签名|签章|盖章)?' +
    '|制表|审核|复核|审批|填表|经办|(填表|填报|制表|报出|报送|打印|上报|审核)(日期|时间)|日期|时间|联系人|联系电话|监督电话|举报电话|(单位)?\\(?(盖章|公章|签章|签字)\\)?|年月日|\\d{4}年\\d{1,2}月(\\d{1,2}日)?|20年月日' +
    ')(\\((签字|签名|签章|盖章|公章|手印)\\))?(:.*)?\\)?$',
);
