import type { Phrasebook } from './phrasebook.ts';

/** Malay; `dihantar` alone may be sent as well as delivered, so only more than that is a delivery. */
export const ms: Phrasebook = {
  language: 'ms',
  words: 'spaced',
  lists: {
    parcel: 'bungkusan|parcel|barang|barangan|item|penghantaran|konsainan|pesanan|kiriman|pakej|pos',
    seller: 'penghantar|pengirim|penjual|peniaga|kedai asal',
    buyer: 'penerima|pelanggan|pembeli|jiran|ahli keluarga|pengawal|wakil|keluarga|penghuni|penyambut tetamu',
    staff: 'kurier|posmen|penghantar kurier|pemandu|rider|kakitangan|petugas penghantaran|abang posmen|penunggang',
    site: `hab|pusat|cawangan|kemudahan|depoh|gudang|pejabat|stesen|pusat pengisihan|pusat pemprosesan|pusat penghantaran
      |pusat mel|pejabat pos|hub|lapangan terbang|destinasi|transit|terminal`,
    point: `loker|titik pengambilan|pusat pengambilan|kaunter|poslaju ezibox|ezibox|pgeon|kedai serbaneka|pejabat pos
        |kaunter pos|tempat pengambilan|pusat serahan`,
    fail: 'gagal|tidak berjaya|tidak dapat|tidak boleh|tidak sempurna|tidak lengkap',
  },
  sayings: [
    [
      'exception-other',
      '(pengambilan|pungutan|kutipan|kutip) .. (gagal|tidak berjaya|dibatalkan|ditangguhkan)',
      'tersalah|salah (laluan|isih|destinasi|hantar)',
    ],
    [
      'information-only',
      '(alamat|tarikh|jadual) .. (ditukar|dikemas kini|dikemaskini|dipinda|diubah)',
      '(pertukaran|perubahan|kemas kini) .. (alamat|tarikh|jadual)',
    ],
    [
      'label-created',
      `(menunggu|belum|akan|sedang|bersedia|dijadualkan) .. (pungutan|dikutip|dipungut|diserahkan kepada kurier
        |pengambilan oleh kurier|diterima daripada penjual|diserah|dibungkus|kutipan|dikutip kurier)`,
      '(perjalanan|menuju|akan) .. (mengambil|mengutip|memungut) .. (daripada|dari|di) .. <seller>',
      '(<seller>) .. (sedang)? (menyediakan|membungkus|akan menyerahkan|bersedia|menyiapkan)',
      `(pesanan|label|nota konsainan|maklumat|konsainan|penghantaran|data) .. (dibuat|dicipta|dijana|dicetak
        |didaftarkan|diwujudkan|direkodkan|didaftar|dimuat naik|diterima secara elektronik)`,
      '(maklumat|data) .. (penghantaran|bungkusan|elektronik|parcel) .. (diterima|dihantar|telah)',
    ],
    [
      'exception-lost-damaged',
      'rosak|kerosakan|hilang|kehilangan|dicuri|musnah|dimusnahkan|dilupuskan|pecah|tercicir|bocor|koyak',
    ],
    [
      'returned-to-sender',
      `(dikembalikan|dipulangkan|pulangan|dipulang|pemulangan|pengembalian|kembali|dihantar semula|pulang)
        .. (kepada|ke|oleh) .. (<seller>|asal|pengirim)`,
      'dipulangkan|dikembalikan|pemulangan|pulangan',
      '(tempoh) .. (simpanan|pengambilan|tuntutan) .. (tamat|luput|berakhir)',
    ],
    [
      'export-customs-held',
      '(eksport|negara asal) & kastam & (ditahan|pemeriksaan|diperiksa|ditolak|lewat|kelewatan|tertahan)',
    ],
    [
      'export-customs-cleared',
      '(eksport|negara asal) & (kastam|pelepasan) & (selesai|dilepaskan|lulus|diluluskan|berjaya|tamat)',
    ],
    ['export-customs-started', '(eksport|negara asal) & (kastam|pelepasan)'],
    [
      'import-customs-held',
      `(kastam|duti|cukai) & (ditahan|pemeriksaan|diperiksa|ditolak|lewat|kelewatan|tertahan|dokumen|belum dibayar
        |menunggu bayaran|pembayaran|dirampas|tahan|diperlukan|penahanan)
        & !(dilepaskan|selesai|telah dibayar|lulus)`,
    ],
    [
      'import-customs-cleared',
      `(kastam|pelepasan|import) & (selesai|dilepaskan|lulus|diluluskan|berjaya|tamat|pelepasan kastam selesai)
        & !(belum|sedang|menunggu)`,
    ],
    ['import-customs-started', 'kastam'],
    [
      'exception-address',
      `(alamat|nombor telefon|penerima|poskod|nama) .. (tidak (lengkap|jelas|dijumpai|dikenali|wujud|tepat|sah
        |dapat dikesan|betul)|salah|telah berpindah|berpindah|kurang)`,
      '(salah|tidak menemui) alamat|berpindah',
    ],
    [
      'delivered',
      '(diambil|dikutip|dituntut) .. oleh .. (<buyer>) & !(sedia|menunggu|boleh|akan)',
      '<buyer> .. telah (mengambil|menerima|mengutip)',
    ],
    [
      'delivery-attempt-failed',
      '(penghantaran|serahan|percubaan|cubaan) .. <fail>',
      '<fail> .. (dihantar|diserahkan|menghantar|serah|dihubungi|penghantaran|menyerahkan|diserah)',
      `(<buyer>|premis|rumah|pejabat|alamat) .. (tiada|tidak (ada|hadir|dapat dihubungi|menjawab|berada)|enggan
        |menolak|tutup|ditutup|bercuti|meminta)`,
      `enggan menerima|ditolak|tiada (orang|penerima|sesiapa)|premis tutup|percubaan (penghantaran)? (kedua|ketiga
        |semula)|cubaan (penghantaran|kedua)|penghantaran semula|kad .. ditinggalkan|tinggalkan (kad|notis)`,
    ],
    [
      'available-for-pickup',
      `(sedia|boleh|menunggu|sila|tersedia|untuk|bersedia) .. (diambil|ambil|pengambilan|dikutip|kutip|tuntut
        |dituntut|mengambil) & !(kurier|penjual)`,
      `(tiba|diserahkan|disimpan|dihantar|berada|ditempatkan) .. (di|ke) .. (loker|titik pengambilan
        |pusat pengambilan|ezibox|tempat pengambilan|kaunter)`,
      'ambil sendiri|pengambilan sendiri',
    ],
    [
      'out-for-delivery',
      `(keluar|dalam|sedang|dibawa|proses) .. (untuk)? .. (penghantaran|dihantar|serahan|penyerahan|menghantar)
        .. (oleh|kepada|ke)? .. (kurier|penerima|posmen|alamat|hari ini)?
        & !(gagal|antarabangsa|selesai|berjaya|pusat|hab|transit)`,
      '<staff> .. (sedang|dalam perjalanan|akan|membawa|menuju) & !(penjual|pengirim|mengambil|mengutip)',
      'akan (dihantar|diserahkan) .. (hari ini|kepada penerima|kepada anda)',
      'keluar untuk (penghantaran|serahan)|bersama kurier',
    ],
    [
      'handed-to-last-mile',
      `(diserahkan|dipindahkan|diterima|diserah) .. (kepada|ke|oleh) .. (rakan kongsi|rakan penghantaran
        |kurier tempatan|ejen penghantaran|syarikat penghantaran|pihak ketiga|rakan|pembawa tempatan)`,
    ],
    [
      'information-only',
      `kelewatan|lewat|tertangguh|ditangguhkan|cuaca|banjir|dijangka|anggaran|dijadualkan|cuti umum|notifikasi|sms
        |pembayaran|dimaklumkan|jangkaan`,
    ],
    [
      'delivered',
      '(berjaya|telah berjaya|selamat) (dihantar|diserahkan|diserah|diterima)',
      '(dihantar|diserahkan|diserah|diterima) .. (kepada|oleh|dengan) .. (<buyer>|jayanya|selamat|sempurna|tuan rumah)',
      '(penghantaran|serahan) (telah)? (berjaya|selesai|sempurna)|ditandatangani',
    ],
    [
      'arrived-destination-country',
      `(tiba|sampai|mendarat|diterima) .. (negara destinasi|di malaysia|lapangan terbang|negara|pelabuhan
        |pintu masuk)|(penerbangan|pesawat|kapal) .. (tiba|mendarat|sampai)|mendarat`,
    ],
    [
      'departed-origin-country',
      `(berlepas|meninggalkan|keluar|bertolak|dieksport) .. (dari|daripada)? .. (negara|lapangan terbang
        |luar negara|negara asal)|(penerbangan|pesawat|kapal terbang) .. (berlepas|bertolak)
        |diserahkan kepada syarikat penerbangan|berlepas`,
    ],
    [
      'accepted-at-origin-facility',
      '(tiba|sampai|diterima|diproses|diisih) .. (di|oleh) .. (asal|pusat asal|hab asal|negara asal)',
    ],
    [
      'departed-origin-facility',
      '(bertolak|meninggalkan|keluar|berlepas|dihantar) .. (dari|daripada)? .. (asal|gudang penjual|gudang|pusat asal)',
    ],
    [
      'picked-up',
      `(telah|sudah|berjaya) .. (dikutip|dipungut|diambil) .. (oleh|daripada|dari)? .. (kurier|penjual|pengirim
        |pemandu|penghantar)?`,
      `(diserahkan|diterima|dihantar|diposkan) .. (oleh|daripada|dari|kepada|di) .. (penjual|pengirim|kurier
        |syarikat kurier|kaunter|ejen) & !(penerima|pelanggan|tempatan|rakan)`,
      '<staff> (telah|sudah) (mengambil|mengutip|memungut|menerima) & !(menghantar)',
      '<seller> (telah|sudah) (menghantar|menyerahkan|mengepos) & !(kepada (penerima|pelanggan))',
      'diposkan|(pungutan|kutipan) (berjaya|selesai)|barang dipos',
    ],
    [
      'departed-facility',
      '(bertolak|meninggalkan|keluar|dihantar|dipindahkan|dalam perjalanan|menuju|dibawa) .. (dari|daripada|ke|menuju)',
      'dalam (transit|perjalanan|pergerakan)|bertolak|menuju ke|transit',
    ],
    [
      'arrived-destination-facility',
      '(tiba|sampai|diterima|diproses|diisih|masuk|berada|disimpan) .. (di|oleh|pada|ke) .. (<site>)',
      'tiba di|tiba|sampai di|diisih|diproses di|pengisihan|sedang diisih|sedang diproses',
    ],
    [
      'exception-other',
      `membatalkan|dibatalkan|pembatalan|ditahan|tertahan|masalah|digantung|dihentikan|larangan|terlarang
        |berlebihan|siasatan|pengecualian`,
    ],
  ],
  hints: [['information-only', 'menunggu|maklumat|makluman']],
  doubts: {
    'picked-up': [
      `tidak|belum|akan|gagal|batal|<buyer>|sedia|boleh|menunggu|sila|permintaan|jadual|loker|pulang*|sedang|kastam
        |destinasi`,
    ],
    delivered: [
      `tidak|belum|akan|gagal|batal|menunggu|pengirim|penjual|dipulangkan|dikembalikan|jika|dijangka|sedang|semula
        |salah|sedia|<site>|sebahagian|rakan|ejen|bakal`,
    ],
    'returned-to-sender': ['jika|sekiranya|boleh|mungkin|elak*'],
  },
};
