export default definePageConfig({ navigationBarTitleText: '特异体质' });
