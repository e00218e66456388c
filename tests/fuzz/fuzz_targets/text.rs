#![no_main]
//! Any text looked through for personal data and for faults of writing.

use prongsai::personal;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let found = personal::find(text);
    for one in &found {
        assert!(text.get(one.range.clone()).is_some(), "{text}");
    }
    for fault in prongsai::thai::writing::faults(text) {
        assert!(text.get(fault.range.clone()).is_some(), "{text}");
    }
    let masked = personal::mask(text, &found);
    assert_eq!(masked.text.chars().count(), text.chars().count(), "{text}");
});
