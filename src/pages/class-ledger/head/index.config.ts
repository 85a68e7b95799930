export default definePageConfig({ navigationBarTitleText: '全班情况和类别' });
