import type { Fen } from './money';
import type { IsoDate } from './dates';

/** How the cells of a field are read. The value type of each kind stands in `KindValues`. */
export type FieldKind = keyof KindValues;

/** What a filled and well-formed cell of each kind means. */
export interface KindValues {
  /** Any text, trimmed. */
  text: string;
  /** A person's name as typed, trimmed. Never normalised here. */
  name: string;
  /** Any identity number, tidied for comparison (NFKC, no blanks, `X` upper case); not necessarily valid. */
  'id-number': string;
  /** Digits and letters, tidied for comparison. */
  account: string;
  phone: string;
  /** A whole number of people, pieces or months, 0 or more. */
  count: number;
  /** A measured quantity, 0 or more, in the unit of the column's heading. */
  quantity: number;
  money: Fen;
  date: IsoDate;
  /** One of a list of words that the form or an office's dictionary names; tidied, not necessarily on the list. */
  choice: string;
  'yes-no': boolean;
}

export interface FieldDefinition<K extends FieldKind = FieldKind> {
  /** The one Chinese word for it. */
  readonly zh: string;
  readonly kind: K;
  /** What it means, in Chinese, as the glossary and the panel show it. */
  readonly meaning: string;
  /** Other headings met for the same thing in any ledger. Compared after tidying (`headingKey`). */
  readonly aliases: readonly string[];
}

const field = <K extends FieldKind>(
  zh: string,
  kind: K,
  meaning: string,
  aliases: readonly string[] = [],
): FieldDefinition<K> => ({
  zh,
  kind,
  meaning,
  aliases,
});

/** Every column we know: the glossary as code. Aliases are from rules.md 1.4 and forms.md 3.1–3.3. */
export const fields = {
  serialNumber: field('序号', 'text', '行的顺序号，只供查找，不参与核对。', ['编号', '户序号']),
  villageCode: field('行政村代码', 'text', '行政村（社区）的区划代码。', ['行政村（社区）代码', '村代码']),
  villageName: field('行政村', 'text', '户籍或常住的行政村（社区）。', [
    '行政村（社区）名称',
    '行政村（社区）',
    '村',
    '村（居）',
    '村（社区）',
    '村名',
    '所属社',
    '所在村',
    '村别',
    '社区',
    '村居名称',
    '村（居）委会',
    '所属村',
    '行政村名称',
  ]),
  villagerGroup: field('村民小组', 'text', '村民小组或屯、寨。', [
    '组别',
    '村组',
    '小组',
    '组',
    '村民组',
    '组名',
    '所在组',
    '自然村',
    '屯',
    '社',
  ]),
  householdHead: field('户主姓名', 'name', '登记为一户之主的人。', [
    '户主',
    '姓名',
    '户主名',
    '户主名字',
    '申请人姓名',
    '救助对象姓名',
  ]),
  headIdNumber: field('户主身份证号', 'id-number', '成员名册中用来与户对应的户主身份证号。'),
  memberName: field('成员姓名', 'name', '家庭成员的姓名。', ['家庭成员姓名', '享受人员姓名']),
  idNumber: field('身份证号', 'id-number', '18 位公民身份号码。', [
    '身份证号码',
    '户主身份证号',
    '户主身份证号码',
    '公民身份号码',
    '公民身份证号码',
    '身份证',
    '证件号码',
    '身份证编号',
    '居民身份证号',
    '居民身份证号码',
    '公民身份证号',
    '身份证件号码',
    '户主身份证',
    '户主公民身份号码',
  ]),
  relationToHead: field('与户主关系', 'choice', '成员与户主的关系，户主写“本人”或“户主”。', [
    '与户主的关系',
    '家庭关系',
  ]),
  sex: field('性别', 'choice', '男或女。'),
  birthDate: field('出生日期', 'date', '出生年月日。', ['出生年月', '出生年月日']),
  age: field('年龄', 'count', '周岁。', ['周岁']),
  phone: field('联系电话', 'phone', '能联系到本户的电话。', [
    '户主联系方式',
    '联系方式',
    '电话',
    '手机号',
    '手机号码',
    '联系号码',
    '电话号码',
    '手机',
  ]),
  homeAddress: field('家庭住址', 'text', '现住址。', ['住址', '户籍住址', '现住址', '家庭地址']),
  registrationType: field('户口类型', 'choice', '农村或城镇。', [
    '户口性质',
    '户籍类型',
    '户籍性质',
    '户籍',
    '户口',
    '户口类别',
    '户籍类别',
  ]),
  householdType: field('家庭类型', 'choice', '低保、特困、监测等社会身份类别。', [
    '救助类别',
    '困难类型',
    '对象类别',
    '人员类别',
    '户别',
    '家庭类别',
    '困难类别',
    '对象类型',
    '救助对象类别',
    '身份类别',
  ]),
  disasterType: field('受灾类型', 'choice', '本户受灾的种类。', ['灾害类型', '受灾种类', '灾种']),
  severity: field('困难程度', 'choice', '重点、一般等困难程度。', ['困难等级', '受灾程度', '救助等级']),
  householdSize: field('家庭人口', 'count', '共同生活的家庭人数。', [
    '家庭人口数',
    '人口',
    '家庭成员数',
    '家庭总人口',
    '家庭人数',
    '家庭总人数',
    '人口数',
  ]),
  peopleInNeed: field('需救助人口', 'count', '本户需要救助的人数，不超过家庭人口。', [
    '救助人口',
    '需救助人数',
    '救助人数',
    '受救助人数',
    '需救助人口数',
    '救助人口数',
    '拟救助人口',
    '受助人口',
    '需救济人口',
  ]),
  grainNeed: field('需口粮救助', 'quantity', '申报需要的口粮。'),
  heatingNeed: field('需取暖救助', 'money', '申报需要的取暖款。'),
  beddingNeed: field('需衣被救助', 'count', '申报需要的衣被件数。'),
  medicalNeed: field('需伤病救助', 'money', '申报需要的伤病救助款。'),
  otherNeed: field('需其他救助', 'money', '申报需要的其他救助款。'),
  waterNeed: field('需饮水救助', 'money', '申报需要的饮水救助款。'),
  approvedMonths: field('核准救助时段', 'count', '核准的救助月数。', ['救助时段']),
  approvedGrain: field('核准救助口粮', 'quantity', '核准的口粮数量。', ['核准口粮救助']),
  approvedBedding: field('核准救助衣被', 'count', '核准的衣被件数。', ['核准衣被救助']),
  reliefAmount: field('救助金额', 'money', '本户应得的救助款。', [
    '核准救助金额',
    '救助数额',
    '已发放救助款',
    '救助资金',
    '救助款',
    '拟救助金额',
    '实际发放金额',
    '金额',
    '发放金额',
    '补助金额',
    '实发金额',
    '拟发放金额',
    '核准金额',
    '救助资金金额',
    '发放资金',
  ]),
  capitalAmount: field('大写金额', 'text', '救助金额的大写。', [
    '救助金额大写',
    '金额大写',
    '大写',
    '人民币大写',
    '金额（大写）',
    '救助金额（大写）',
  ]),
  quilts: field('核准棉被', 'count', '核准的棉被床数。', ['棉被', '核准救助棉被']),
  clothesSets: field('核准棉衣裤', 'count', '核准的棉衣裤套数。', ['棉衣裤', '棉衣', '核准救助棉衣']),
  heatingMonths: field('取暖月数', 'count', '核准的取暖月数。', ['核准取暖月数', '取暖时段']),
  heatingAmount: field('取暖救助款', 'money', '核准的取暖救助款。', ['核准取暖救助', '核准救助取暖', '取暖补助']),
  goodsValue: field('救助物资折款', 'money', '发放物资折合的金额，与救助款分开记。', [
    '已发放救助物资折款',
    '物资折款',
    '折款',
  ]),
  centralFund: field('中央资金', 'money', '救助金额中来自中央的部分。', [
    '中央补助资金',
    '中央下拨资金',
    '中央财政资金',
  ]),
  provinceFund: field('省级资金', 'money', '救助金额中来自省级的部分。', [
    '省级补助资金',
    '省级下拨资金',
    '省级财政资金',
  ]),
  cityFund: field('市级资金', 'money', '救助金额中来自市级的部分。', ['市级补助资金', '市级下拨资金', '市级财政资金']),
  countyFund: field('县级资金', 'money', '救助金额中来自县级的部分。', [
    '县级补助资金',
    '县级配套资金',
    '县级财政资金',
    '区县资金',
  ]),
  otherFund: field('其他资金', 'money', '救助金额中来自捐赠、自筹等的部分。', ['社会捐赠资金', '自筹资金', '乡镇资金']),
  payoutUnit: field('发放单位', 'choice', '县级或乡镇级。'),
  payoutMethod: field('发放方式', 'choice', '资金发放、银行发放等。', ['救助资金发放形式', '发放形式']),
  payoutNote: field('附言', 'text', '发放时随款注明的字样。', [
    '摘要',
    '汇款用途',
    '付款用途',
    '附言（摘要）',
    '资金用途',
  ]),
  bankBranch: field('开户银行', 'text', '一卡通开户的银行网点。', [
    '开户行',
    '银行名称',
    '开户银行名称',
    '开户行名称',
    '开户网点',
  ]),
  accountHolder: field('开户名', 'name', '银行账户的户名。', [
    '账户名称',
    '银行账户名称',
    '一卡通户名',
    '户名',
    '开户人',
    '开户人姓名',
    '开户姓名',
    '账户名',
    '账户户名',
  ]),
  holderRelation: field('开户人与户主关系', 'choice', '开户人是户主的什么人。', ['开户名与户主关系', '户名与户主关系']),
  cardAccount: field('一卡通账号', 'account', '“一卡（折）通”或社会保障卡的账号。', [
    '账号',
    '帐号',
    '一卡通号',
    '一卡（折）通号码',
    '“一卡（折）通”号码',
    '一卡通',
    '银行账户',
    '银行账号',
    '银行帐号',
    '开户银行帐号',
    '开户银行账号',
    '一卡通帐号',
    '社保卡号',
    '一卡（折）通',
    '一卡（折）通账号',
    '一卡（折）通帐号',
    '“一卡（折）通”账号',
    '一折通账号',
    '社会保障卡号',
    '社会保障卡账号',
    '银行卡号',
    '银行卡账号',
    '卡号',
    '账（卡）号',
    '卡（账）号',
    '银行卡（折）号',
    '惠农一卡通账号',
    '一卡通卡号',
  ]),
  payoutResult: field('发放情况', 'text', '代发以后银行回复的结果：已发放，或没有发成的原因。', [
    '发放状态',
    '发放结果',
    '代发结果',
    '代发情况',
    '到账情况',
    '入账情况',
  ]),
  bankAddress: field('开户银行地址', 'text', '开户网点的地址。'),
  awayForLong: field('是否长期外出', 'yes-no', '户主或成员是否长期外出。', ['是否外出', '长期外出']),
  awaySince: field('外出时间', 'date', '外出开始的日期。', ['外出日期', '何时外出']),
  awayPlace: field('外出地', 'text', '外出的去处。', ['外出地点', '外出去向', '外出地址', '外出务工地点']),
  isInNeed: field('是否需救助', 'yes-no', '该成员是否计入需救助人口。', ['是否救助对象']),
  appraisalDate: field('民主评议日期', 'date', '村（居）民主评议的日期。', ['评议日期']),
  noticeStart: field('公示开始日期', 'date', '公示的第一天。', ['公示起始日期', '公示开始时间']),
  noticeEnd: field('公示结束日期', 'date', '公示的最后一天。', ['公示截止日期', '公示结束时间']),
  preparedBy: field('填报人', 'name', '填报这一行的人。', ['村级填报人姓名', '填表人']),
  preparedOn: field('填报日期', 'date', '填报这一行的日期。', ['村级填报日期', '填表日期', '填报时间', '填表时间']),
  remark: field('备注', 'text', '其他说明。', ['说明']),
} as const;

export type FieldKey = keyof typeof fields;
export type FieldValue<K extends FieldKey> = KindValues[(typeof fields)[K]['kind']];
