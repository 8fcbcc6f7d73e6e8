import { sheetCatalogue } from '../tasks/make-sheets';

const kindLines = (): string => sheetCatalogue.map(({ id, title }) => `      ${id.padEnd(24)}${title}`).join('\n');

/** What `relief-ledger --help` prints. */
export const help = `冬春救助台账助手（命令行）

用法
  relief-ledger check <工作簿…>                     检查，多个工作簿一起查重
  relief-ledger fill <工作簿> -o <输出文件>         按救助方案填列空着的救助金额，另存一份
  relief-ledger mark <工作簿> -o <输出文件>         检查并标记有问题的单元格，附“核查记录”，另存一份
  relief-ledger clear-marks <工作簿> -o <输出文件>  清除标记，另存一份
  relief-ledger new <表样编号> -o <输出文件>        新建空白表
  relief-ledger forms                               列出表样
  relief-ledger schemes                             列出救助方案
  relief-ledger checks                              列出检查项
  relief-ledger sheets <工作簿> --kind <种类…> -o <输出文件>  从台账生成打印表，存成新的工作簿
  relief-ledger submit <工作簿> --by <姓名> -o <输出文件>  检查并写上核查人和封签，另存一份报送
  relief-ledger merge <工作簿或文件夹…> -o <输出文件>  把交回的台账汇总成一份，逐份说明，户数和金额逐村对平

选项
  --scheme <编号或文件>  救助方案：内置编号，或自己写的 .json 文件；不写就用工作簿里的“救助标准”表，没有这张表就用 schemes 列出的第一个
  --today <日期>         按哪一天检查，写成 2026-01-08；不写就用今天（check、fill、mark）
  --reference <种类=文件>  参照名单，如 deceased=死亡名单.xlsx，可以写几次；只在本次检查中使用，不保存（check）
  --decisions <文件>     沿用这个文件“核查记录”里的处理意见，如上一批的台账；依据的内容变了的不沿用（check、mark）
  --format text|json     检查结果的样式，默认 text（check）
  --kind <种类…>         打印表的种类，可以写几种（sheets）：
${kindLines()}
      bank-return             银行回单：核对到账，失败的另列第二批
  --answer <回单文件>    银行退回的结果文件（sheets，bank-return 用）
  --ledger <输出文件>    把代发结果登记进台账，另存到这里：没有发成的账号加标记，原因写在“核查记录”，有“发放情况”一栏的填上（sheets，bank-return 用）
  --failed               只列上次没有发成的户，账号按台账现在的；台账里要有“代发结果”表（sheets，bank-file 用）
  --encoding gb18030|utf-8  代发文件写成 .csv、.txt 时的编码，默认 gb18030（sheets，bank-file 用）
  --village <村名>       只取一个村的户（sheets）
  --rows <行号>          只取这些行的户，写成 12-20,25；台账分在几张表里时写成 表名!12-20（sheets）
  --set <名称=内容>      表上要写的单位、日期、电话，如 --set 乡镇=尚寨乡，可以写几次（sheets）
  --confirm              台账还有错误时照样生成，表尾会注明（sheets）
  --expect-form <表样编号>、--expect-village <村名>、--year <年度>
                         应是哪种表样、哪个村、哪一年度（写成 2025-2026）；文件不符就停下，不写出文件（fill、mark、sheets、submit）
  --confirm-file         文件看着不像要处理的那一份（一半以上的行重复、年度不符、整列错位等）时，确认就是它，照样处理（fill、mark、sheets、submit）
  --year <年度>          汇总哪一年度，写成 2025-2026；不写就按多数文件写的年度（merge）
  --village <村名>       应交的村，可以写几次；不在其中的不汇入，没有交的列出来（merge）
  --expect-form <表样编号>  只收这种表样，可以写几次；不写就按栏目含义收各种表样（merge）
  --form <表样编号>      汇总台账用哪种表样，默认 village-ledger（merge）
  --newer <文件>         同一村几份分不出先后时以这一份为准，可以写几次（merge）
  --need <文件>          需救助名单，与汇总的发放台账对照，可以写几次（merge）
  --return-to <文件夹>   把要退回修改的台账逐份写到这里，带标记和修改清单（merge）
  --by <姓名>            核查人（submit）
  -o <输出文件>          写到哪里；不会覆盖输入文件，要么写完整，要么不写
  -h, --help             显示这份说明

可以打开 .xlsx、.xlsm、.xls 和 .csv；输出文件的扩展名与输入相同，.xls 和 .csv 另存为 .xlsx。

退出码
  0  已运行，没有错误级问题（fill 看填列以后的内容）
  1  已运行，有错误级问题；要求的文件照样写出
  2  没能运行，标准错误里有一句原因，没有写出任何文件
`;
