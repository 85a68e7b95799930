export default definePageConfig({ navigationBarTitleText: '包靠' });
