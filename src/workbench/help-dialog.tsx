import { useEffect, useRef } from 'react';

/** How the page is used: keys, and what happens to files. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="bench-dialog" aria-labelledby="help-title" onClose={onClose}>
      <h2 id="help-title">使用说明</h2>
      <p>在左侧表格里像在 Excel 里一样查看和填写；右侧面板检查、填列、标记。文件只在本机打开，不上传。</p>
      <table>
        <tbody>
          {keys.map(([key, meaning]) => (
            <tr key={key}>
              <th scope="row">{key}</th>
              <td>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul>
        <li>身份证号、账号按文字保存，多于 15 位也不丢位；前面加英文单引号可把数字当文字填。</li>
        <li>公式单元格只能看；改动后标为“未重新计算”，用 Excel 或 WPS 打开时自动重算。</li>
        <li>另存为新文件，原文件不改；表格的格式、批注、打印设置都保留。</li>
      </ul>
      <div className="buttons">
        <button type="button" className="bench-button primary" onClick={() => dialog.current?.close()}>
          知道了
        </button>
      </div>
    </dialog>
  );
}

const keys = [
  ['方向键、Tab、回车', '移动；加 Shift 选择一片；加 Ctrl 跳到数据边上'],
  ['F2 或双击', '修改内容；Esc 放弃，Alt+回车换行'],
  ['Ctrl+C / X / V', '复制、剪切、粘贴，可与 Excel、WPS 互贴'],
  ['Ctrl+Z / Y', '撤销、恢复填写'],
  ['Ctrl+F', '在这张表里查找，回车找下一个'],
  ['Ctrl+PageUp / PageDown', '换工作表'],
  ['F6', '在表格和面板之间切换'],
  ['Ctrl+O / Ctrl+S', '打开文件、另存为'],
] as const;
