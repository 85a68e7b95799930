export default definePageConfig({ navigationBarTitleText: '为学校开通' });
