import Taro from '@tarojs/taro';

/** Every page that another opens, by name, with what its address carries: ids only. */
const PAGES = {
  studentFile: 'pages/student/file/index',
  classLedger: 'pages/class-ledger/index/index',
  ledgerHead: 'pages/class-ledger/head/index',
  ledgerEntry: 'pages/class-ledger/entry/index',
  ledgerCategories: 'pages/settings/ledger-categories/index',
} as const;

interface Parameters {
  studentFile: { studentId: string };
  classLedger: { classId: string };
  ledgerHead: { classId: string };
  ledgerEntry: { classId: string; studentId: string };
  ledgerCategories: Record<string, never>;
}

export function openPage<P extends keyof typeof PAGES>(page: P, parameters: Parameters[P]): void {
  const query = Object.entries(parameters).map(([name, id]) => `${name}=${id}`);
  void Taro.navigateTo({ url: `/${PAGES[page]}?${query.join('&')}` });
}

export const openTab = (tab: 'today' | 'students' | 'me'): void => {
  void Taro.switchTab({ url: `/pages/${tab}/index` });
};

/** Back to where the person came from; from a shared link there is nowhere, so to 今天. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else openTab('today');
}
