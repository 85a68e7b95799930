import type { HolidayYear } from './holiday-year';

export const HOLIDAYS_2026: HolidayYear = {
  year: 2026,
  source: '国务院办公厅 2025-11-04 通知',
  holidays: [
    { label: '元旦', from: '2026-01-01', to: '2026-01-03' },
    { label: '春节', from: '2026-02-15', to: '2026-02-23' },
    { label: '清明节', from: '2026-04-04', to: '2026-04-06' },
    { label: '劳动节', from: '2026-05-01', to: '2026-05-05' },
    { label: '端午节', from: '2026-06-19', to: '2026-06-21' },
    { label: '中秋节', from: '2026-09-25', to: '2026-09-27' },
    { label: '国庆节', from: '2026-10-01', to: '2026-10-07' },
  ],
  makeUpDays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
};
