//! Small files in the person's data folder, kept whole: read, changed and written so that two sessions lose nothing
//! of each other's, and a damaged file is set aside and never overwritten.
//!
//! A file that is replaced by rename cannot be its own lock, so a lock file stands beside it and stays. A change takes
//! the lock, reads again, changes what it read, writes beside, syncs and renames. Whoever keeps something says only what
//! it is ([`Stored`]); how it is kept stands here alone.

use std::ffi::OsString;
use std::fmt;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::texts::{Lang, Msg};

/// How long a change waits for another session: a suspended one must not freeze this one.
const PATIENCE: Duration = Duration::from_secs(1);

/// What a file can hold. It is compared before it is written: a change that changes nothing leaves the file, and its
/// date, as they are.
pub trait Stored: Default + Clone + PartialEq + Serialize + DeserializeOwned {
    /// The version of the form, where the file says one in its field `version`. A file of a newer version is no damaged
    /// one: it is left alone, since to set it aside would hide it from the newer program. Without a version the form
    /// itself has to keep what it does not know.
    const VERSION: Option<u32> = None;
}

/// What the bytes of a file turn out to be.
#[derive(Debug)]
pub enum Form<T> {
    /// What they hold.
    Read(T),
    /// A newer program wrote them.
    Newer,
    /// They have another form: where and why.
    Damaged(serde_json::Error),
}

impl<T: Stored> Form<T> {
    /// Reads the bytes. The version comes first, since a newer form need not be readable.
    pub fn of(bytes: &[u8]) -> Form<T> {
        #[derive(Deserialize)]
        struct Said {
            version: u32,
        }
        let newer = |known: u32| serde_json::from_slice::<Said>(bytes).is_ok_and(|said| said.version > known);
        if T::VERSION.is_some_and(newer) {
            return Form::Newer;
        }
        serde_json::from_slice(bytes).map_or_else(Form::Damaged, Form::Read)
    }
}

/// The text of a file that holds this.
///
/// # Errors
/// Never for what is derived; serde's signature asks for it.
pub fn to_text(value: &impl Serialize) -> io::Result<String> {
    Ok(serde_json::to_string_pretty(value).map_err(io::Error::from)? + "\n")
}

/// A JSON file of the person's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Store {
    path: PathBuf,
}

/// What was read or written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kept<T> {
    /// What the file holds now; the default where there is none.
    pub value: T,
    /// Where a damaged file was set aside, for a notice.
    pub set_aside: Option<PathBuf>,
}

impl<T> Kept<T> {
    /// The notice that a damaged file was set aside, if one was.
    pub fn notice(&self, lang: Lang) -> Option<String> {
        self.set_aside.as_ref().map(|path| lang.fill(Msg::StoreSetAside, &[&path.display()]))
    }
}

/// Why a file could not be read or changed.
#[derive(Debug)]
pub enum StoreError {
    /// Another session holds the lock for longer than is waited.
    Busy(PathBuf),
    /// A newer program wrote the file; it is left as it is.
    Newer(PathBuf),
    /// The file or its folder failed.
    Io(PathBuf, io::Error),
}

impl StoreError {
    /// The error in words, with its remedy.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            StoreError::Busy(path) => lang.fill(Msg::StoreBusy, &[&path.display()]),
            StoreError::Newer(path) => lang.fill(Msg::StoreNewer, &[&path.display()]),
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

/// When a file was written, and how long it is.
pub type Stamp = (std::time::SystemTime, u64);

impl Store {
    /// The file of this name in a folder; neither has to exist.
    pub fn new(folder: &Path, name: &str) -> Store {
        Store { path: folder.join(name) }
    }

    /// Where the file stands.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What tells whether the file changed: when it was written and how long it is; none where there is none.
    pub fn stamp(&self) -> Option<Stamp> {
        let file = fs::metadata(&self.path).ok()?;
        Some((file.modified().ok()?, file.len()))
    }

    /// Reads the file. No lock is needed, since a change replaces it as a whole.
    ///
    /// # Errors
    /// When the file is there and cannot be read, is of a newer version, or is damaged and cannot be set aside.
    pub fn read<T: Stored>(&self) -> Result<Kept<T>, StoreError> {
        match self.decode()? {
            Some(value) => Ok(Kept { value, set_aside: None }),
            // Only under the lock may a file be moved: another session may just be putting it right.
            None => {
                let _lock = self.lock()?;
                self.decode_or_set_aside()
            }
        }
    }

    /// Changes the file: what is in it now is read, changed and, where that made a difference, written, while no other
    /// session can. Returns what the file holds then, and what the change itself has to tell.
    ///
    /// # Errors
    /// When another session holds the lock for a second, the file is of a newer version, or the folder or file cannot
    /// be written.
    pub fn change<T: Stored, R>(&self, change: impl FnOnce(&mut T) -> R) -> Result<(Kept<T>, R), StoreError> {
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder).map_err(|e| StoreError::Io(folder.to_path_buf(), e))?;
        }
        let _lock = self.lock()?;
        let mut kept: Kept<T> = self.decode_or_set_aside()?;
        let before = kept.value.clone();
        let told = change(&mut kept.value);
        if kept.value != before {
            self.write(&kept.value).map_err(|e| self.io(e))?;
        }
        Ok((kept, told))
    }

    fn io(&self, e: io::Error) -> StoreError {
        StoreError::Io(self.path.clone(), e)
    }

    /// The content: the default where there is no file, none where it is damaged.
    fn decode<T: Stored>(&self) -> Result<Option<T>, StoreError> {
        match fs::read(&self.path) {
            Ok(bytes) => match Form::of(&bytes) {
                Form::Read(value) => Ok(Some(value)),
                Form::Newer => Err(StoreError::Newer(self.path.clone())),
                Form::Damaged(_) => Ok(None),
            },
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(Some(T::default())),
            Err(e) => Err(self.io(e)),
        }
    }

    fn decode_or_set_aside<T: Stored>(&self) -> Result<Kept<T>, StoreError> {
        if let Some(value) = self.decode()? {
            return Ok(Kept { value, set_aside: None });
        }
        let aside = (1u32..).map(|n| self.beside(&format!(".damaged-{n}"))).find(|path| !path.exists());
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
        file.write_all(to_text(value)?.as_bytes())?;
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

/// Why a file that was asked for was not written.
#[derive(Debug)]
pub enum WholeError {
    /// One is there, and it was not said that it may be written over.
    There(PathBuf),
    /// The file or its folder failed.
    Io(PathBuf, io::Error),
}

impl WholeError {
    /// The error in words, with its remedy.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            WholeError::There(path) => lang.fill(Msg::OutputThere, &[&path.display()]),
            WholeError::Io(path, e) => lang.fill(Msg::StoreFailed, &[&path.display(), e]),
        }
    }
}

/// Writes a file whole or not at all; one that is there only where `over` says so.
///
/// # Errors
/// When one is there and may not be written over, or the file or its folder fails; then nothing is left behind.
pub fn write_whole(path: &Path, bytes: &[u8], over: bool) -> Result<(), WholeError> {
    let failed = |e: io::Error| match e.kind() {
        io::ErrorKind::AlreadyExists => WholeError::There(path.to_path_buf()),
        _ => WholeError::Io(path.to_path_buf(), e),
    };
    let there = fs::metadata(path).ok();
    // A pipe or a device is written to and never replaced.
    if there.as_ref().is_some_and(|m| !m.is_file() && !m.is_dir()) {
        return OpenOptions::new().write(true).open(path).and_then(|mut f| f.write_all(bytes)).map_err(failed);
    }
    if !over && fs::symlink_metadata(path).is_ok() {
        return Err(WholeError::There(path.to_path_buf()));
    }
    if there.as_ref().is_some_and(fs::Metadata::is_dir) {
        return Err(WholeError::Io(path.to_path_buf(), io::ErrorKind::IsADirectory.into()));
    }
    // A link to a file elsewhere stays a link: what it points to is replaced.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let new = beside(&target, &format!(".{}.new", std::process::id()));
    let put = || -> io::Result<()> {
        let mut file = OpenOptions::new().write(true).create_new(true).open(&new)?;
        file.write_all(bytes)?;
        if let Some(there) = &there {
            file.set_permissions(there.permissions())?;
        }
        file.sync_all()?;
        if over { fs::rename(&new, &target) } else { link(&new, &target) }
    };
    let done = put();
    if done.is_err() || !over {
        let _ = fs::remove_file(&new);
    }
    done.map_err(failed)
}

/// Gives a file a second name, unless one of that name is there by now.
fn link(new: &Path, target: &Path) -> io::Result<()> {
    match fs::hard_link(new, target) {
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists => Err(e),
        // Not every file system has second names.
        Err(_) if fs::symlink_metadata(target).is_err() => fs::rename(new, target),
        done => done,
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

    impl Stored for Vec<u8> {}

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
            let (kept, ()) = store.change(|list: &mut Vec<u8>| list.push(7)).unwrap();
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
        assert_eq!(store.change(|list: &mut Vec<u8>| list.push(2)).unwrap().0.value, [1, 2]);
    }

    #[test]
    fn a_change_that_changes_nothing_writes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let store = store(&folder);
        store.change(|list: &mut Vec<u8>| list.push(1)).unwrap();
        fs::write(store.path(), "[ 1 ]").unwrap();
        let (kept, told) = store.change(|list: &mut Vec<u8>| list.len()).unwrap();
        assert_eq!((kept.value.len(), told), (1, 1));
        assert_eq!(fs::read_to_string(store.path()).unwrap(), "[ 1 ]", "not even its spaces");
    }

    #[derive(Debug, Default, Clone, PartialEq, Serialize, Deserialize)]
    struct Second {
        version: u32,
    }

    impl Stored for Second {
        const VERSION: Option<u32> = Some(2);
    }

    #[test]
    fn a_file_of_a_newer_version_is_neither_damaged_nor_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::new(folder.path(), "second.json");
        for newer in ["{\"version\":3}", "{\"version\":3,\"what\":[\"is this\"]}"] {
            fs::write(store.path(), newer).unwrap();
            assert!(matches!(store.read::<Second>(), Err(StoreError::Newer(_))));
            assert!(matches!(store.change(|second: &mut Second| second.version = 2), Err(StoreError::Newer(_))));
            assert_eq!(fs::read_to_string(store.path()).unwrap(), newer);
        }
        fs::write(store.path(), "{\"version\":1}").unwrap();
        assert_eq!(store.read::<Second>().unwrap().value, Second { version: 1 });
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
