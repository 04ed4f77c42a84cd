import type { Phrasebook } from './phrasebook.ts';

/** Vietnamese; many carriers write it without its marks. */
export const vi: Phrasebook = {
  language: 'vi',
  words: 'spaced',
  lists: {
    parcel: 'hàng|đơn hàng|bưu gửi|bưu phẩm|kiện hàng|gói hàng|hàng hóa|bưu kiện|đơn|phiếu gửi|vận đơn|sản phẩm|kiện',
    seller:
      'người gửi|người bán|shop|khách gửi|nhà bán|cửa hàng|khách hàng gửi|chủ shop|bưu cục gốc|seller|nhà bán hàng',
    buyer: 'người nhận|khách hàng|khách|người mua|người thân|hàng xóm|lễ tân|bảo vệ|gia đình',
    staff:
      'nhân viên|bưu tá|shipper|tài xế|bưu tá viên|nhân viên giao hàng|đơn vị vận chuyển|đvvc|courier|lái xe|phát viên',
    site: `kho|bưu cục|trung tâm|hub|bưu điện|trạm|điểm|cục|đơn vị|chi nhánh|khu vực|ttkt|soc|sân bay|bưu cục phát
      |kho phân loại|tỉnh|văn phòng`,
    deliver: 'giao|phát|giao hàng|giao hàng hóa|phát hàng|giao nhận',
    fail: 'thất bại|không thành công|không thành|chưa thành công|không được|không thể|lỗi',
  },
  sayings: [
    [
      'information-only',
      '(thay đổi|cập nhật|sửa|đổi|điều chỉnh) .. (địa chỉ|thông tin|ngày giao|lịch giao|người nhận|thời gian|tiền|cod)',
      '(thanh toán|chuyển tiền|đối soát|trả tiền) .. (cod|người gửi|shop|thành công|hoàn tất|người bán|tiền hàng)',
    ],
    [
      'exception-other',
      '(lấy|nhận|thu gom|lấy hàng) .. (<fail>) & !(<buyer>) & !(giao|phát|trả|hoàn)',
      '(trả|hoàn|chuyển hoàn) (hàng)? .. (<fail>|không)',
      '(chưa|không) lấy được',
      `(sai|nhầm|lạc) (tuyến|địa bàn|bưu cục|hướng|kho|đơn vị|đường|chia)|chia sai|phát nhầm|giao nhầm|lạc tuyến
        |lạc hướng`,
      '(hủy|huỷ)',
      '(đơn|hàng) .. ngoại lệ|hàng cấm|vượt cân|quá khổ|quá tải',
    ],
    [
      'information-only',
      'thu tiền người gửi',
      '(khách|khách hàng|người nhận|người gửi) .. yêu cầu & !(hủy|huỷ|hoàn|trả|từ chối|không)',
    ],
    [
      'label-created',
      '(tạo|khởi tạo|xử lý|duyệt|tiếp nhận|đăng ký) (yêu cầu)? (đơn|đơn hàng|vận đơn|yêu cầu)',
      '(mới|đã) (được)? (tạo|khởi tạo|đăng ký|đặt|tiếp nhận) .. (đơn*|vận đơn|yêu cầu|phiếu|mới)',
      `(đơn hàng|đơn|vận đơn) .. (mới|đã được tạo|tạo thành công|được đặt|chưa duyệt|chờ duyệt|đã xác nhận
        |chờ xác nhận)`,
      `(đang|chờ|đợi|sẽ|chuẩn bị|phân công|đi|điều phối|giao .. đi) .. (lấy hàng|nhận hàng từ người gửi|đến lấy|lấy
        |thu gom|bàn giao cho đơn vị vận chuyển|tiếp nhận|đi nhận)`,
      '(người gửi|người bán|shop|nhà bán) .. (đang)? (chuẩn bị|đóng gói)',
      '(chưa) .. (nhận được hàng|lấy hàng|tiếp nhận|bàn giao|nhập kho)',
      '(đóng gói|gói) (hàng|đơn|sản phẩm)',
      'đang chuẩn bị hàng|in (phiếu|vận đơn|tem)|chờ (lấy|bàn giao|xử lý)',
    ],
    [
      'exception-lost-damaged',
      `hư hỏng|(bị|đồ) hỏng|hỏng hóc|bị mất|mất hàng|thất lạc|bể vỡ|vỡ|tiêu hủy|tiêu huỷ|mất cắp|hư hại|rách|ướt
        |móp|bị hư|thất thoát|đền bù|bồi thường|mất`,
    ],
    [
      'import-customs-cleared',
      '(hoàn tất|hoàn thành|xong|đã qua) .. (thủ tục)? .. (hải quan|thông quan) & !(xuất khẩu|xuất cảnh|chưa|chờ)',
    ],
    [
      'returned-to-sender',
      `(trả|hoàn|chuyển hoàn|chuyển trả|hoàn trả|hoàn về|phát hoàn|trả lại) .. (người gửi|shop|người bán|hàng
        |bưu cục gốc|nhà bán|về|lại|kho gốc|thành công|đơn)`,
      `chuyển hoàn|hoàn hàng|trả hàng|hoàn thành công|duyệt hoàn|chờ hoàn|đơn hoàn|hoàn trả|phát hoàn|hàng trả
        |hàng hoàn|hoàn về`,
      '(chờ|đợi|đang|đã|yêu cầu|xác nhận) (duyệt)? (hoàn|trả) & !(hoàn (thành|tất|thiện)|trả lời|trả tiền)',
      '(quá hạn|hết hạn) .. (nhận|lưu|lưu kho)',
      '(giao|phát) (lại)? cho người gửi',
    ],
    ['export-customs-held', '(xuất khẩu|chiều đi|nước gửi) & hải quan & (giữ|kiểm tra|từ chối|chậm|thiếu|tạm dừng)'],
    [
      'export-customs-cleared',
      `(xuất khẩu|xuất cảnh|chiều đi|nước gửi) & (hải quan|thông quan)
        & (hoàn tất|hoàn thành|đã thông quan|xong|thành công|đã qua)`,
      'thông quan (hàng)? (xuất khẩu|xuất) (hoàn tất|thành công|xong)',
    ],
    ['export-customs-started', '(xuất khẩu|chiều đi|nước gửi) & (hải quan|thông quan|thủ tục|khai báo)'],
    [
      'import-customs-held',
      `(hải quan|thông quan|thuế|nhập khẩu) & (giữ|kiểm hóa|từ chối|chậm|thiếu|bổ sung|tạm giữ|tịch thu
        |chờ thanh toán|chưa nộp|nộp thuế|yêu cầu|không được thông quan|giấy tờ|tạm dừng|kiểm tra thêm)
        & !(đã thông quan|hoàn tất|hoàn thành)`,
    ],
    [
      'import-customs-cleared',
      '(đã|hoàn tất|hoàn thành|được|qua|xong) (được)? (thủ tục)? (thông quan|hải quan)',
      '(thông quan|hải quan) .. (hoàn tất|hoàn thành|thành công|xong)',
      'rời hải quan',
    ],
    ['import-customs-started', 'hải quan|thông quan|kiểm hóa'],
    [
      'exception-address',
      `(địa chỉ|số điện thoại|sđt|người nhận|thông tin|tên) .. (sai|không rõ|không đúng|không đầy đủ|thiếu
        |không tồn tại|không chính xác|không xác định|không tìm thấy|không có thật|đã chuyển|chuyển đi|nhầm
        |không có người)`,
      '(sai|thiếu|không rõ|không tìm thấy|nhầm|không đúng) (thông tin)? (địa chỉ|số điện thoại|sđt|người nhận|tên)',
      'khách chuyển|chuyển chỗ ở|không có người nhận tại',
    ],
    [
      'delivery-attempt-failed',
      '<deliver> .. (<fail>)',
      `(không|chưa) .. (giao được|giao hàng|phát được|liên lạc|liên hệ|gặp|nghe máy|có nhà|nhận hàng|giao|phát
        |đủ tiền|bắt máy|ở nhà|có người nhận)`,
      '(<buyer>) .. (vắng|từ chối|không|hẹn|đi vắng|nghỉ|hoãn|đổi ý|bận|thuê bao|chưa)',
      'từ chối|hẹn',
      '(giao|phát) (lại|tiếp|lần)',
      'vắng nhà|nghỉ|thuê bao|từ chối',
    ],
    [
      'available-for-pickup',
      '(đến|tới|tại|ra|qua) .. (bưu cục|bưu điện|điểm|tủ|kho|trạm|văn phòng|cửa hàng) .. (nhận|lấy|tự nhận|nhận hàng)',
      '(chờ|sẵn sàng|đợi|mời) .. (khách|người nhận|bạn|quý khách|được) .. (đến|lấy|nhận|tới)',
      `(tủ|điểm) (nhận hàng|khóa|locker|lấy hàng|thông minh|giao nhận)|tự (đến|lấy|nhận)|nhận tại (bưu cục|kho|điểm
        |cửa hàng)|locker|người nhận tự`,
    ],
    [
      'departed-origin-country',
      `(bàn giao|giao|chuyển) .. (hãng hàng không|hàng không|hãng bay)|(chuyến bay|máy bay) .. (cất cánh|khởi hành
        |rời|đã bay)`,
      '(rời|rời khỏi|đi khỏi) .. (trung quốc|hồng kông|hàn quốc|nhật bản)',
      '(rời|xuất|rời khỏi|khởi hành) .. (nước|quốc gia|biên giới|quốc tế|nước gửi|sân bay)|cất cánh',
    ],
    [
      'arrived-destination-country',
      '(chuyến bay|máy bay) .. (hạ cánh|đến|tới)|hạ cánh',
      `(đến|tới|nhập) .. (nước đến|nước nhận|việt nam|quốc gia|nước|cảnh|cửa khẩu|biên giới|sân bay|cảng)
        & !(rời|xuất)`,
    ],
    [
      'handed-to-last-mile',
      `(bàn giao|giao|chuyển giao|chuyển) .. (cho|sang|tới) .. (đối tác|đơn vị (giao|phát|chuyển phát)
        |hãng vận chuyển|đơn vị giao hàng|bên thứ ba|đơn vị vận chuyển nội địa|đơn vị vận chuyển chặng cuối
        |chặng cuối) & !(người gửi|người bán|shop)`,
    ],
    [
      'out-for-delivery',
      '(điều phối|sắp xếp) .. (giao hàng|giao|phát)',
      'sẽ (được)? (giao|phát)',
      `(đang|bắt đầu|đi|sẽ được|sẽ sớm được|chuẩn bị|phân công|đã nhận|chờ) .. (giao cho (người nhận|bạn|khách)
        |giao hàng|phát hàng|giao|phát|giao đến|giao tới|đi giao|đi phát|phát)
        & !(giao thành công|kho|bưu cục khác|bàn giao|người gửi|nhận hàng từ)`,
      '(giao|bàn giao) .. (cho)? (bưu tá|shipper|nhân viên|tài xế) .. (phát|giao|đi)',
      `(đang|đã)? thu tiền người nhận|phân công phát|đang trên đường giao|giao bưu tá|(<staff>) .. (đang|sẽ)
        .. (giao|phát|đến|trên đường)`,
      'đang vận chuyển đến (bạn|người nhận|khách)|sắp (đến|tới) (bạn|nơi)|xuất kho giao|đang giao|đang phát',
    ],
    [
      'delivered',
      '<deliver> .. (thành công|hoàn tất|xong|hoàn thành)',
      '(đã|được) .. (giao|phát) .. (cho)? (<buyer>|thành công|đến|tới bạn|cho bạn)',
      '(<buyer>) .. (đã)? (nhận được hàng|nhận hàng|ký nhận|đã nhận)',
      'đã được (giao|phát)',
      'đã giao|đã phát|giao thành công|ký nhận|phát thành công|thành công giao',
    ],
    [
      'information-only',
      `chậm trễ|trễ|delay|hoãn|dự kiến|thời tiết|cơn bão|mưa bão|do bão|lũ lụt|nghỉ lễ|thông báo|tin nhắn|sms
        |hẹn lại|gia hạn|ghi chú|nhập doanh thu`,
    ],
    [
      'departed-origin-facility',
      `(rời|xuất|xuất phát|rời khỏi|chuyển đi từ|đã xuất) .. (kho gốc|bưu cục gốc|kho lấy|kho người bán|kho hàng
        |bưu cục gửi|bưu cục lấy|đầu nguồn|nơi gửi|kho nguồn) & !(trả|hoàn)|xuất kho`,
    ],
    [
      'accepted-at-origin-facility',
      '(đến|tới|nhập|vào|về|tại) .. (kho|bưu cục|trung tâm|điểm) .. (người bán|người gửi|đầu nguồn|nơi gửi|kho nguồn)',
    ],
    [
      'picked-up',
      '(đơn vị vận chuyển|<staff>) đã (lấy|nhận hàng|lấy hàng)',
      '(đơn vị vận chuyển|<staff>) (đã)? lấy hàng (thành công|xong)',
      '<seller> đã (giao|gửi|bàn giao|đưa) .. (đơn vị vận chuyển|bưu cục|bưu tá|shipper|hàng)',
    ],
    [
      'arrived-destination-facility',
      '(nhập|vào|đến|tới|về) (kho|trung tâm|bưu cục) (trung chuyển|luân chuyển|phân loại|khai thác)',
    ],
    [
      'departed-facility',
      `(đang)? (luân chuyển|trung chuyển|vận chuyển|chuyển tiếp|di chuyển|chuyển tuyến|vận chuyển đi|chuyển đi
        |chuyển tới|chuyển đến|chuyển hàng)`,
      '(rời|rời khỏi|xuất|xuất phát|khởi hành|đi|ra khỏi) .. (<site>|từ)',
      '(đóng) (bao|bảng kê|túi|chuyến|kiện|tải|thư|gói|chuyến thư|bảng) .. (đi|gói|thư)?',
      '(xe|chuyến|tải) .. (khởi hành|xuất phát|xuất bến|rời)',
      'khởi hành|đang trên đường|đang đến|chuyển phát đi|đã rời',
    ],
    [
      'picked-up',
      `(đã|vừa|thành công) .. (lấy hàng|lấy|thu gom|nhận hàng từ|nhận đơn|chấp nhận|nhận gửi|tiếp nhận
        |nhận bưu gửi) .. (thành công)?`,
      'đơn vị vận chuyển đã (lấy|nhận)',
      '(đã|được) (bàn giao|giao|gửi) .. (cho)? (đơn vị vận chuyển|đvvc|hãng vận chuyển|bưu cục)',
      '(lấy hàng|lấy|thu gom|nhận hàng|tiếp nhận) .. (thành công|hoàn tất|từ (người gửi|shop|người bán))',
      '(<staff>) .. (đã) .. (lấy|nhận)',
      `(người gửi|người bán|shop) .. (đã)? (gửi|bàn giao|mang) .. (hàng|bưu cục|bưu điện|đơn vị)|chấp nhận gửi
        |nhận gửi|nhận từ (bưu tá|khách|người gửi|shop)`,
    ],
    [
      'accepted-at-origin-facility',
      '(đến|nhập|vào|nhận|tại|về|ở|nằm) .. (kho gốc|bưu cục gốc|kho lấy|bưu cục gửi|kho lấy hàng|kho đầu)',
      'nhập kho|lưu kho|nằm (ở|tại) kho|nhập phiếu|đã nhập kho|kho lấy',
    ],
    [
      'arrived-destination-facility',
      '(đến|tới|về|nhận|nhập|vào|đã đến|tại|cập|phân loại) .. (<site>|bưu cục)',
      '(phân loại|xử lý|khai thác|nhận) .. (hàng|đơn|bảng kê|túi|chuyến|kiện|bưu gửi|tại|tải)',
      'phân loại|đã đến|đã tới|nhận (bảng|túi|chuyến|tải)|khai thác|đã nhận|tồn kho|đang xử lý|tồn',
    ],
    [
      'exception-other',
      `sự cố|tạm dừng|tạm giữ|bị giữ|dừng|khiếu nại|vi phạm|bất thường|đóng băng|lỗi|phong tỏa|không thành công
        |thất bại|ngoại lệ|chặn|sai|thiếu`,
    ],
  ],
  hints: [
    ['information-only', 'yêu cầu|liên hệ|chờ xử lý|xác nhận|kiểm tra'],
    ['departed-facility', 'chuyển'],
  ],
  doubts: {
    'picked-up': [
      'không|chưa|đang|sẽ|thất bại|hủy|huỷ|<buyer>|hẹn|phát|hoàn|trả|hải quan|đợi|thông quan',
      // Without its marks `chờ`, to wait, is `cho`, to.
      'chờ & !(giao|gửi|bàn giao|chuyển) (hàng)? cho',
      'chờ (giao|lấy|nhận|xử lý|bàn giao|thu gom)',
      'giao & !(<seller> (đã)? (giao|bàn giao)|bàn giao cho (đơn vị|đvvc|hãng))',
    ],
    delivered: [
      'chờ & !(giao|phát|gửi|trả) (hàng)? (thành công|tận tay)? cho',
      'chờ (giao|phát|lấy|nhận|xử lý|bàn giao|duyệt)',
      `không|chưa|đang|sẽ|thất bại|hủy|huỷ|hẹn|dự kiến|hoàn|trả|người gửi|đợi|người bán|nếu|khi|nhầm|sai|lại|shop
        |bàn giao|hãng hàng không|đối tác|đơn vị|một phần|bưu tá|sắp|chuẩn bị|nhân viên giao hàng nhận`,
    ],
    'returned-to-sender': ['nếu|có thể|tránh|trường hợp'],
  },
};
