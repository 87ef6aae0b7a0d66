//! A file of the browser as a reader.

use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;

use driftglass_data::ReadSeek;
use js_sys::Uint8Array;
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, DomException, FileReaderSync};

use crate::reason::reason;

/// The bytes of the first slice: what follows may not be wanted.
const FIRST: usize = 256 << 10;

/// The most bytes of one slice: large enough that the calls to the browser's process are few, and small enough for smooth
/// progress.
const MOST: usize = 8 << 20;

/// Reads a file slice by slice, anywhere, and calls `on_read` with the bytes read so far after each. Files larger than
/// the memory of wasm stream through. Reading blocks, so only workers may.
pub(crate) fn open<F: FnMut(u64) + 'static>(file: &Blob, on_read: F) -> io::Result<impl ReadSeek + use<F>> {
    let reader = FileReaderSync::new().map_err(|error| failure(&error))?;
    let slice = Uint8Array::new_with_length(0);
    let slices =
        Slices { file: file.clone(), reader, slice, taken: 0, next: FIRST, position: 0, read: 0, on_read };
    // The readers ask for it to be sent between threads, of which a worker has one.
    Ok(OnThisThread(SendWrapper::new(slices)))
}

/// Some bytes of a file, as a file.
pub(crate) fn part(file: &Blob, bytes: &Range<u64>) -> io::Result<Blob> {
    // Offsets are floats in JavaScript: exact up to 2^53.
    let (start, end) = (bytes.start as f64, bytes.end as f64);
    file.slice_with_f64_and_f64(start, end).map_err(|error| failure(&error))
}

struct Slices<F> {
    file: Blob,
    reader: FileReaderSync,
    /// The last slice, in the browser's own memory.
    slice: Uint8Array,
    /// Bytes of it before the position.
    taken: u32,
    /// The bytes of the next one at the least: slices grow where one follows another, and not where a reader jumps.
    next: usize,
    position: u64,
    read: u64,
    on_read: F,
}

impl<F: FnMut(u64)> Slices<F> {
    /// Reads the slice from the position on.
    fn advance(&mut self, wanted: usize) -> io::Result<()> {
        let length = wanted.max(self.next).min(MOST);
        let slice = part(&self.file, &(self.position..self.position + length as u64))?;
        // The browser may take the old one away before it reads the new one.
        self.slice = Uint8Array::new_with_length(0);
        self.taken = 0;
        let bytes = self.reader.read_as_array_buffer(&slice).map_err(|error| failure(&error))?;
        self.slice = Uint8Array::new(&bytes);
        self.next = (2 * length).min(MOST);
        self.read += u64::from(self.slice.length());
        if self.slice.length() > 0 {
            (self.on_read)(self.read);
        }
        Ok(())
    }
}

impl<F: FnMut(u64)> Read for Slices<F> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.taken == self.slice.length() {
            self.advance(buffer.len())?;
        }
        let count = buffer.len().min((self.slice.length() - self.taken) as usize);
        let end = self.taken + count as u32;
        self.slice.subarray(self.taken, end).copy_to(&mut buffer[..count]);
        self.taken = end;
        self.position += count as u64;
        Ok(count)
    }
}

impl<F> Seek for Slices<F> {
    fn seek(&mut self, place: SeekFrom) -> io::Result<u64> {
        let position = match place {
            SeekFrom::Start(position) => Some(position),
            SeekFrom::End(offset) => (self.file.size() as u64).checked_add_signed(offset),
            SeekFrom::Current(offset) => self.position.checked_add_signed(offset),
        };
        let position = position.ok_or(io::ErrorKind::InvalidInput)?;
        let before = self.position - u64::from(self.taken);
        match position.checked_sub(before) {
            Some(taken) if taken <= u64::from(self.slice.length()) => self.taken = taken as u32,
            _ => {
                self.slice = Uint8Array::new_with_length(0);
                (self.taken, self.next) = (0, 0);
            }
        }
        self.position = position;
        Ok(position)
    }
}

struct OnThisThread<F>(SendWrapper<Slices<F>>);

impl<F: FnMut(u64)> Read for OnThisThread<F> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer)
    }
}

impl<F> Seek for OnThisThread<F> {
    fn seek(&mut self, place: SeekFrom) -> io::Result<u64> {
        self.0.seek(place)
    }
}

/// Why the browser cannot read a file.
fn failure(error: &JsValue) -> io::Error {
    let name = error.dyn_ref::<DomException>().map(DomException::name);
    match name.as_deref() {
        Some("NotFoundError") => io::Error::new(
            io::ErrorKind::NotFound,
            "it was moved, renamed or deleted, or it is a folder; choose it again",
        ),
        Some("NotReadableError") => {
            io::Error::other("it has changed since it was chosen, or is locked; choose it again")
        }
        _ => io::Error::other(reason(error).unwrap_or_else(|| "the browser does not say why".to_owned())),
    }
}

#[cfg(all(test, target_family = "wasm"))]
#[allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]
mod tests {
    use std::cell::RefCell;
    use std::io::{Read, Seek, SeekFrom};
    use std::rc::Rc;

    use js_sys::{Array, Uint8Array};
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
    use web_sys::File;

    use super::{FIRST, open, part};

    // Only there may reading block.
    wasm_bindgen_test_configure!(run_in_dedicated_worker);

    fn file(bytes: &[u8]) -> File {
        File::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)), "bytes.bin").unwrap()
    }

    #[wasm_bindgen_test]
    fn slices_follow_one_another_and_are_counted() {
        let bytes: Vec<u8> = (0..FIRST * 5 + 7).map(|i| (i % 251) as u8).collect();
        let (counts, mut back) = (Rc::new(RefCell::new(Vec::new())), vec![0; bytes.len()]);
        let counted = Rc::clone(&counts);
        let mut file = open(&file(&bytes), move |count| counted.borrow_mut().push(count)).unwrap();
        for part in back.chunks_mut(1000) {
            file.read_exact(part).unwrap();
        }
        assert!(back == bytes);
        assert_eq!(counts.borrow().last(), Some(&(bytes.len() as u64)));
        assert!(counts.borrow().is_sorted() && counts.borrow().len() > 2);
    }

    #[wasm_bindgen_test]
    fn any_part_is_read_at_any_time() {
        let mut file = open(&file(b"0123456789"), |_| ()).unwrap();
        let mut part = [0; 3];
        for (place, expected) in
            [(SeekFrom::End(-3), b"789"), (SeekFrom::Start(2), b"234"), (SeekFrom::Current(1), b"678")]
        {
            file.seek(place).unwrap();
            file.read_exact(&mut part).unwrap();
            assert_eq!(&part, expected);
        }
        assert!(file.seek(SeekFrom::Current(-100)).is_err());
    }

    #[wasm_bindgen_test]
    fn a_jump_in_a_slice_and_out_of_it_leads_to_the_same_bytes() {
        let bytes: Vec<u8> = (0..FIRST * 3).map(|i| (i % 251) as u8).collect();
        let mut file = open(&file(&bytes), |_| ()).unwrap();
        let mut back = vec![0; 1000];
        for start in [0, 10, FIRST - 500, FIRST, 2 * FIRST + 7, 5, FIRST * 3 - 1000, FIRST - 1] {
            file.seek(SeekFrom::Start(start as u64)).unwrap();
            file.read_exact(&mut back).unwrap();
            assert!(back == bytes[start..start + 1000], "from {start}");
        }
        file.seek(SeekFrom::End(0)).unwrap();
        assert_eq!(file.read(&mut back).unwrap(), 0);
    }

    #[wasm_bindgen_test]
    fn a_part_is_its_bytes_and_no_more() {
        let mut back = Vec::new();
        open(&part(&file(b"0123456789"), &(3..7)).unwrap(), |_| ()).unwrap().read_to_end(&mut back).unwrap();
        assert_eq!(back, b"3456");
    }

    #[wasm_bindgen_test]
    fn an_empty_file_ends_at_once() {
        let mut back = Vec::new();
        open(&file(&[]), |_| panic!("nothing was read")).unwrap().read_to_end(&mut back).unwrap();
        assert!(back.is_empty());
    }
}
