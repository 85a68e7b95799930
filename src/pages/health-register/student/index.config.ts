export default definePageConfig({ navigationBarTitleText: '安全须知' });
