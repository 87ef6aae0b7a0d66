//! Pages that can be what they say.

use parquet::basic::{Encoding, Type};
use parquet::column::page::{Page, PageMetadata, PageReader};
use parquet::errors::{ParquetError, Result};
use parquet::file::metadata::ColumnChunkMetaData;

/// Hands pages on that can be what they say. The decoders behind it take a page's word for how much it holds, and reserve
/// memory for it or panic.
pub(super) struct CheckedPages<P> {
    pages: P,
    /// Bytes of the shortest value as a dictionary stores it.
    shortest: usize,
    /// Values that the row group may still have.
    left: usize,
    has_dictionary: bool,
}

impl<P> CheckedPages<P> {
    /// The pages of a column of so many rows.
    pub(super) fn new(pages: P, column: &ColumnChunkMetaData, rows: usize) -> Self {
        let shortest = match column.column_type() {
            // Each has its length before it.
            Type::INT32 | Type::FLOAT | Type::BYTE_ARRAY => 4,
            Type::INT64 | Type::DOUBLE => 8,
            Type::INT96 => 12,
            Type::FIXED_LEN_BYTE_ARRAY => {
                usize::try_from(column.column_descr().type_length()).unwrap_or(0).max(1)
            }
            Type::BOOLEAN => 1,
        };
        Self { pages, shortest, left: rows, has_dictionary: false }
    }

    fn check(&mut self, page: &Page) -> Result<()> {
        let values = page.num_values() as usize;
        if page.is_dictionary_page() {
            self.has_dictionary = true;
            if values > page.buffer().len() / self.shortest {
                return Err(damaged("a dictionary is shorter than it says"));
            }
            return Ok(());
        }
        let by_dictionary = matches!(page.encoding(), Encoding::RLE_DICTIONARY | Encoding::PLAIN_DICTIONARY);
        if by_dictionary && !self.has_dictionary {
            return Err(damaged("a page refers to a dictionary that is not there"));
        }
        self.left = self
            .left
            .checked_sub(values)
            .ok_or_else(|| damaged("it has more values than the row group has rows"))?;
        Ok(())
    }
}

fn damaged(what: &str) -> ParquetError {
    ParquetError::General(what.to_owned())
}

impl<P: PageReader> Iterator for CheckedPages<P> {
    type Item = Result<Page>;

    fn next(&mut self) -> Option<Self::Item> {
        self.get_next_page().transpose()
    }
}

impl<P: PageReader> PageReader for CheckedPages<P> {
    fn get_next_page(&mut self) -> Result<Option<Page>> {
        let page = self.pages.get_next_page()?;
        page.iter().try_for_each(|page| self.check(page))?;
        Ok(page)
    }

    fn peek_next_page(&mut self) -> Result<Option<PageMetadata>> {
        self.pages.peek_next_page()
    }

    fn skip_next_page(&mut self) -> Result<()> {
        self.pages.skip_next_page()
    }

    fn at_record_boundary(&mut self) -> Result<bool> {
        self.pages.at_record_boundary()
    }
}
