export interface OpeningNoticeProps {
  readonly name: string;
  readonly doing?: string;
  /** From 0 to 1; missing while it is not known. */
  readonly share?: number;
  readonly onCancel: () => void;
}

/** Says that a file is being opened, how far it is, and lets the person stop it. */
export function OpeningNotice({ name, doing, share, onCancel }: OpeningNoticeProps) {
  return (
    <div className="opening" role="status">
      <p>
        正在打开“{name}”{doing ? `：${doing}` : ''}
      </p>
      <progress max={1} {...(share === undefined ? {} : { value: share })} aria-label="打开进度" />
      <button type="button" className="bench-button plain" onClick={onCancel}>
        取消
      </button>
    </div>
  );
}
