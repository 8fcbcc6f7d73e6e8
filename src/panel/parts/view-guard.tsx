import { Component, type ReactNode } from 'react';
import { WarningFilled } from '../icons';
import { EmptyState } from './empty-state';

/**
 * Keeps a view that breaks, or whose part of the page can no longer be loaded, from taking the panel and the typed cells
 * with it: says so in its place. Give it the view's name as `key`, so that another view is tried anew.
 */
export class ViewGuard extends Component<{ readonly children: ReactNode }, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    return (
      <EmptyState icon={<WarningFilled />} title="这一页没有打开">
        别的页照常可用，台账没有因此改动。请先保存台账，再关掉助手重新打开。
      </EmptyState>
    );
  }
}
