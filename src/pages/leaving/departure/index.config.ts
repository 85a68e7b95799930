export default definePageConfig({ navigationBarTitleText: '离校交接' });
