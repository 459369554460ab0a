//! Small files in the person's data folder, kept whole: read, changed and written so that two sessions lose nothing
//! of each other's, and a damaged file is set aside and never overwritten.
//!
//! A file that is replaced by rename cannot be its own lock, so a lock file stands beside it and stays. A change takes
//! the lock, reads again, changes what it read, writes beside, syncs and renames.

use std::ffi::OsString;
use std::fmt;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::texts::{Lang, Msg};

/// How long a change waits for another session: a suspended one must not freeze this one.
const PATIENCE: Duration = Duration::from_secs(1);

/// A JSON file of the person's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Store {
    path: PathBuf,
}

/// What was read or written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept<T> {
    /// What the file holds now; the default where there is none.
    pub value: T,
    /// Where a damaged file was set aside, for a notice.
    pub set_aside: Option<PathBuf>,
}

/// Why a file could not be read or changed.
#[derive(Debug)]
pub enum StoreError {
    /// Another session holds the lock for longer than is waited.
    Busy(PathBuf),
    /// The file or its folder failed.
    Io(PathBuf, io::Error),
}

impl StoreError {
    /// The error in words, with its remedy.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            StoreError::Busy(path) => lang.fill(Msg::StoreBusy, &[&path.display()]),
            StoreError::Io(path, e) => lang.fill(Msg::StoreFailed, &[&path.display(), e]),
        }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Lang::En))
    }
}

impl std::error::Error for StoreError {}

impl Store {
    /// The file of this name in a folder; neither has to exist.
    pub fn new(folder: &Path, name: &str) -> Store {
        Store { path: folder.join(name) }
    }

    /// Where the file stands.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads the file. No lock is needed, since a change replaces it as a whole.
    ///
    /// # Errors
    /// When the file is there and cannot be read, or is damaged and cannot be set aside.
    pub fn read<T: Default + DeserializeOwned>(&self) -> Result<Kept<T>, StoreError> {
        match self.decode()? {
            Some(value) => Ok(Kept { value, set_aside: None }),
            None => {
                let _lock = self.lock()?;
                self.decode_or_set_aside()
            }
        }
    }

    /// Changes the file: what is in it now is read, changed and written, while no other session can.
    ///
    /// # Errors
    /// When another session holds the lock for a second, or the folder or file cannot be written.
    pub fn change<T: Default + Serialize + DeserializeOwned>(
        &self,
        change: impl FnOnce(&mut T),
    ) -> Result<Kept<T>, StoreError> {
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder).map_err(|e| StoreError::Io(folder.to_path_buf(), e))?;
        }
        let _lock = self.lock()?;
        let mut kept: Kept<T> = self.decode_or_set_aside()?;
        change(&mut kept.value);
        self.write(&kept.value).map_err(|e| self.io(e))?;
        Ok(kept)
    }

    fn io(&self, e: io::Error) -> StoreError {
        StoreError::Io(self.path.clone(), e)
    }

    /// The content: the default where there is no file, none where it is damaged.
    fn decode<T: Default + DeserializeOwned>(&self) -> Result<Option<T>, StoreError> {
        match fs::read(&self.path) {
            Ok(bytes) => Ok(serde_json::from_slice(&bytes).ok()),
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(Some(T::default())),
            Err(e) => Err(self.io(e)),
        }
    }

    fn decode_or_set_aside<T: Default + DeserializeOwned>(&self) -> Result<Kept<T>, StoreError> {
        if let Some(value) = self.decode()? {
            return Ok(Kept { value, set_aside: None });
        }
        let aside = (1..).map(|n| self.beside(&format!(".damaged-{n}"))).find(|path| !path.exists());
        let aside = aside.unwrap_or_else(|| self.beside(".damaged"));
        fs::rename(&self.path, &aside).map_err(|e| self.io(e))?;
        Ok(Kept { value: T::default(), set_aside: Some(aside) })
    }

    fn lock(&self) -> Result<File, StoreError> {
        let path = self.beside(".lock");
        let failed = |e| StoreError::Io(path.clone(), e);
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path).map_err(failed)?;
        let until = Instant::now() + PATIENCE;
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(file),
                Err(TryLockError::WouldBlock) if Instant::now() < until => sleep(Duration::from_millis(10)),
                Err(TryLockError::WouldBlock) => return Err(StoreError::Busy(self.path.clone())),
                Err(TryLockError::Error(e)) => return Err(failed(e)),
            }
        }
    }

    fn write<T: Serialize>(&self, value: &T) -> io::Result<()> {
        // A link to a file elsewhere stays a link: what it points to is replaced.
        let target = fs::canonicalize(&self.path).unwrap_or_else(|_| self.path.clone());
        let new = beside(&target, ".new");
        let mut file = File::create(&new)?;
        serde_json::to_writer_pretty(&mut file, value)?;
        file.write_all(b"\n")?;
        file.sync_all()?;
        fs::rename(&new, &target)?;
        // The rename is in the folder; a system that cannot sync one has done what it can.
        if let Some(folder) = target.parent().and_then(|f| File::open(f).ok()) {
            let _ = folder.sync_all();
        }
        Ok(())
    }

    fn beside(&self, ending: &str) -> PathBuf {
        beside(&self.path, ending)
    }
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn store(folder: &tempfile::TempDir) -> Store {
        Store::new(&folder.path().join("below"), "list.json")
    }

    #[test]
    fn a_file_that_is_not_there_is_empty_and_reading_makes_none() {
        let folder = tempfile::tempdir().unwrap();
        let kept: Kept<Vec<u8>> = store(&folder).read().unwrap();
        assert_eq!((kept.value.len(), kept.set_aside), (0, None));
        assert!(!store(&folder).path().exists());
    }

    #[test]
    fn many_sessions_at_once_lose_nothing() {
        let folder = tempfile::tempdir().unwrap();
        std::thread::scope(|scope| {
            for session in 0..4u8 {
                let store = store(&folder);
                scope.spawn(move || {
                    for i in 0..10 {
                        store.change(|list: &mut Vec<u8>| list.push(session * 10 + i)).unwrap();
                    }
                });
            }
        });
        let mut all: Vec<u8> = store(&folder).read().unwrap().value;
        all.sort_unstable();
        assert_eq!(all, (0..40).collect::<Vec<u8>>());
    }

    #[test]
    fn a_damaged_file_is_set_aside_and_never_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let store = store(&folder);
        store.change(|list: &mut Vec<u8>| list.push(1)).unwrap();
        for damage in ["[1, 2", "{}"] {
            fs::write(store.path(), damage).unwrap();
            let kept = store.change(|list: &mut Vec<u8>| list.push(7)).unwrap();
            assert_eq!(kept.value, [7]);
            assert_eq!(fs::read_to_string(kept.set_aside.unwrap()).unwrap(), damage);
        }
        fs::write(store.path(), "again").unwrap();
        let kept: Kept<Vec<u8>> = store.read().unwrap();
        assert_eq!(fs::read_to_string(kept.set_aside.unwrap()).unwrap(), "again");
    }

    #[test]
    fn a_session_that_holds_the_lock_is_waited_for_a_second_and_no_longer() {
        let folder = tempfile::tempdir().unwrap();
        let store = store(&folder);
        store.change(|list: &mut Vec<u8>| list.push(1)).unwrap();
        let held = store.lock().unwrap();
        let error = store.change(|list: &mut Vec<u8>| list.push(2)).unwrap_err();
        assert!(matches!(error, StoreError::Busy(_)), "{error}");
        drop(held);
        assert_eq!(store.change(|list: &mut Vec<u8>| list.push(2)).unwrap().value, [1, 2]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let store = store(&folder);
        let target = folder.path().join("elsewhere.json");
        fs::write(&target, "[3]").unwrap();
        fs::create_dir_all(store.path().parent().unwrap()).unwrap();
        std::os::unix::fs::symlink(&target, store.path()).unwrap();
        store.change(|list: &mut Vec<u8>| list.push(4)).unwrap();
        assert!(store.path().is_symlink());
        let written: Vec<u8> = serde_json::from_slice(&fs::read(target).unwrap()).unwrap();
        assert_eq!(written, [3, 4]);
    }
}
