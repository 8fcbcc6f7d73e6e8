import {
  DocumentMultipleRegular,
  FolderOpenRegular,
  PanelRightRegular,
  QuestionCircleRegular,
  SaveRegular,
  TableRegular,
} from './icons';

export interface TopBarProps {
  /** The open file; missing while nothing is open. */
  readonly name?: string;
  readonly unsaved: boolean;
  readonly canSave: boolean;
  readonly isPanelOpen: boolean;
  readonly onOpen: () => void;
  readonly onSample?: () => void;
  readonly isMerging: boolean;
  readonly onMerge: () => void;
  readonly onSave: () => void;
  readonly onHelp: () => void;
  readonly onPanel: () => void;
}

/** The product's name, the file's name, and what can be done with files. */
export function TopBar(props: TopBarProps) {
  const { name, unsaved } = props;
  return (
    <header className="top-bar">
      <svg className="sign" viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="7" />
        <path d="M8 9h16M8 16h9M8 23h6" />
        <path d="m18 21 3.4 3.4L27 17" />
      </svg>
      <h1>冬春救助台账助手</h1>
      {name !== undefined && (
        <p className="file-name" title={name}>
          <span>{name}</span>
          {unsaved && (
            <i className="unsaved" role="img" aria-label="有改动未另存" title="有改动未另存">
              ●
            </i>
          )}
        </p>
      )}
      <nav aria-label="文件">
        <button type="button" className="bench-button" onClick={props.onOpen}>
          <FolderOpenRegular aria-hidden /> 打开文件
        </button>
        {props.onSample && (
          <button type="button" className="bench-button" onClick={props.onSample}>
            <TableRegular aria-hidden /> 示例台账
          </button>
        )}
        <button type="button" className="bench-button" aria-pressed={props.isMerging} onClick={props.onMerge}>
          <DocumentMultipleRegular aria-hidden /> 汇总
        </button>
        {name !== undefined && (
          <button
            type="button"
            className="bench-button"
            onClick={props.onSave}
            disabled={!props.canSave}
            title={props.canSave ? 'Ctrl+S' : '这个文件不能保存'}
          >
            <SaveRegular aria-hidden /> 另存为
          </button>
        )}
        {name !== undefined && (
          <button
            type="button"
            className="bench-button only-sign"
            onClick={props.onPanel}
            aria-pressed={props.isPanelOpen}
            aria-label="检查面板"
            title={props.isPanelOpen ? '收起面板' : '展开面板'}
          >
            <PanelRightRegular aria-hidden />
          </button>
        )}
        <button
          type="button"
          className="bench-button only-sign"
          onClick={props.onHelp}
          aria-label="使用说明"
          title="使用说明"
        >
          <QuestionCircleRegular aria-hidden />
        </button>
      </nav>
    </header>
  );
}
