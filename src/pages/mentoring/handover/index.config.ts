export default definePageConfig({ navigationBarTitleText: '导师交接' });
