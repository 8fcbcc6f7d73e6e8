import { DocumentMultipleRegular, FolderOpenRegular, ShieldCheckmarkRegular, TableRegular } from './icons';

export interface WelcomeProps {
  readonly onOpen: () => void;
  readonly onSample?: () => void;
  readonly onMerge: () => void;
}

/** What stands on the page while nothing is open. */
export function Welcome({ onOpen, onSample, onMerge }: WelcomeProps) {
  return (
    <main className="welcome">
      <div className="card">
        <h2>打开一份救助台账</h2>
        <p className="lead">把文件拖到这里（拖进来多份或文件夹就汇总），或者：</p>
        <div className="choices">
          <button type="button" className="bench-button primary" onClick={onOpen}>
            <FolderOpenRegular aria-hidden /> 打开文件
          </button>
          {onSample && (
            <button type="button" className="bench-button plain" onClick={onSample}>
              <TableRegular aria-hidden /> 打开示例台账
            </button>
          )}
          <button type="button" className="bench-button plain" onClick={onMerge}>
            <DocumentMultipleRegular aria-hidden /> 汇总多份台账
          </button>
        </div>
        <ul>
          <li>
            <b>查</b>
            <span>身份证号、账号、人数、金额、日期逐格检查，重复领取和长期外出逐条列出。</span>
          </li>
          <li>
            <b>填</b>
            <span>按本地方案算出救助金额，先给您看，同意后才填。</span>
          </li>
          <li>
            <b>存</b>
            <span>另存为新文件，表格格式原样不动，原文件不改。</span>
          </li>
        </ul>
        <p className="privacy">
          <ShieldCheckmarkRegular aria-hidden />
          文件只在本机打开，不上传
        </p>
        <p className="kinds">支持 .xlsx、.xlsm、.xls、.csv</p>
      </div>
    </main>
  );
}
