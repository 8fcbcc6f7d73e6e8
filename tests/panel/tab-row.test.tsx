/** @jest-environment jsdom */
import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import './open-panel';
import { TabRow } from '../../src/panel/parts/tab-row';
import { tabsThatFit } from '../../src/panel/parts/tabs-that-fit';
import { ViewGuard } from '../../src/panel/parts/view-guard';

describe('which tabs stand in a row', () => {
  const widths = [60, 44, 44, 44, 44, 44];

  test('all of them where there is room, or nothing is laid out yet', () => {
    expect(tabsThatFit(widths, 280, 52, 0)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(tabsThatFit(widths, 0, 52, 0)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('as many as leave room for the button where there is not', () => {
    expect(tabsThatFit(widths, 279, 52, 0)).toEqual([0, 1, 2, 3]);
  });

  test('the current one in place of the last that fits', () => {
    expect(tabsThatFit(widths, 279, 52, 5)).toEqual([0, 1, 2, 5]);
  });

  test('the current one alone in the narrowest pane', () => {
    expect(tabsThatFit(widths, 80, 52, 2)).toEqual([2]);
  });
});

describe('the tabs for which the pane is too narrow', () => {
  const widthOf = jest.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(50);
  const roomOf = jest.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(210);
  afterAll(() => {
    widthOf.mockRestore();
    roomOf.mockRestore();
  });

  const titles = ['问题', '填列', '表册', '合并', '标准', '改动'];
  function Row() {
    const [current, choose] = useState('问题');
    const tabs = titles.map((title) => ({ key: title, id: title, title }));
    return <TabRow label="面板内容" tabs={tabs} current={current} onChoose={choose} />;
  }
  const inRow = () => screen.getAllByRole('tab').map((tab) => tab.querySelector('span')?.textContent);

  test('wait behind 更多, and what is chosen there comes into the row and has the focus', () => {
    render(<Row />);
    expect(inRow()).toEqual(['问题', '填列', '表册']);
    fireEvent.click(screen.getByRole('button', { name: '更多' }));
    expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual(['合并', '标准', '改动']);
    expect(document.activeElement?.textContent).toBe('合并');
    fireEvent.keyDown(screen.getByRole('menu'), { key: 'ArrowUp' });
    expect(document.activeElement?.textContent).toBe('改动');
    fireEvent.click(screen.getByRole('menuitem', { name: '改动' }));
    expect(inRow()).toEqual(['问题', '填列', '改动']);
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('tab', { selected: true }));
  });

  test('Escape closes the menu and gives the focus back', () => {
    render(<Row />);
    fireEvent.click(screen.getByRole('button', { name: '更多' }));
    fireEvent.keyDown(screen.getByRole('menu'), { key: 'Escape' });
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '更多' }));
  });
});

test('a view that breaks says so in its place and leaves the others alone', () => {
  const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const Broken = () => {
    throw new Error('Loading chunk 7 failed');
  };
  render(
    <>
      <p>别的</p>
      <ViewGuard>
        <Broken />
      </ViewGuard>
    </>,
  );
  expect(screen.getByText('别的')).toBeTruthy();
  expect(screen.getByText('这一页没有打开')).toBeTruthy();
  expect(document.body.textContent).not.toContain('Loading');
  quiet.mockRestore();
});
