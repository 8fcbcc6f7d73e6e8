import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';

// Segoe UI has no Chinese glyphs; naming the system's own Chinese faces keeps every machine from choosing a serif one.
const fontFamilyBase =
  "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif";

/** Fluent's own themes, with faces for Chinese. */
export const lightTheme: Theme = { ...webLightTheme, fontFamilyBase };
export const darkTheme: Theme = { ...webDarkTheme, fontFamilyBase };
