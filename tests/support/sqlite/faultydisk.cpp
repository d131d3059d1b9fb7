#include "tests/support/sqlite/faultydisk.h"

#include <QtCore/QFile>

#include <sqlite3.h>
#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype sector = 512;

} // namespace

/// The layer as SQLite knows it: https://sqlite.org/vfs.html
struct FaultyDisk::Layer {
    struct File {
        sqlite3_file base;
        FaultyDisk *disk;
        QString *path; ///< empty for a temporary file
        sqlite3_file *real;
    };

    sqlite3_vfs vfs{};
    sqlite3_vfs *real = nullptr;

    static FaultyDisk *diskOf(sqlite3_vfs *vfs) { return static_cast<FaultyDisk *>(vfs->pAppData); }
    static sqlite3_vfs *realOf(sqlite3_vfs *vfs) { return diskOf(vfs)->m_layer->real; }
    static File *fileOf(sqlite3_file *file) { return reinterpret_cast<File *>(file); }
    static sqlite3_file *realFile(sqlite3_file *file) { return fileOf(file)->real; }
    static OnDisk *onDisk(File *file)
    {
        return file->path->isEmpty() ? nullptr : &file->disk->m_files[*file->path];
    }

    static int open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out);
    static int remove(sqlite3_vfs *vfs, const char *name, int syncFolder);
    static int close(sqlite3_file *file);
    static int write(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset);
    static int truncate(sqlite3_file *file, sqlite3_int64 size);
    static int sync(sqlite3_file *file, int flags);
    static const sqlite3_io_methods *methods();
};

const sqlite3_io_methods *FaultyDisk::Layer::methods()
{
    static const sqlite3_io_methods table{
        3,
        close,
        [](sqlite3_file *file, void *to, int size, sqlite3_int64 offset) {
            const int fault = fileOf(file)->disk->before(Call::Read);
            return fault ? fault
                         : realFile(file)->pMethods->xRead(realFile(file), to, size, offset);
        },
        write,
        truncate,
        sync,
        [](sqlite3_file *file, sqlite3_int64 *size) {
            return realFile(file)->pMethods->xFileSize(realFile(file), size);
        },
        [](sqlite3_file *file, int level) {
            const int fault = fileOf(file)->disk->before(Call::Lock);
            return fault ? fault : realFile(file)->pMethods->xLock(realFile(file), level);
        },
        [](sqlite3_file *file, int level) {
            return realFile(file)->pMethods->xUnlock(realFile(file), level);
        },
        [](sqlite3_file *file, int *reserved) {
            return realFile(file)->pMethods->xCheckReservedLock(realFile(file), reserved);
        },
        [](sqlite3_file *file, int what, void *value) {
            return realFile(file)->pMethods->xFileControl(realFile(file), what, value);
        },
        [](sqlite3_file *file) { return realFile(file)->pMethods->xSectorSize(realFile(file)); },
        [](sqlite3_file *file) {
            // A disk that keeps its promises about nothing but syncs.
            return realFile(file)->pMethods->xDeviceCharacteristics(realFile(file))
                & ~(SQLITE_IOCAP_POWERSAFE_OVERWRITE | SQLITE_IOCAP_ATOMIC
                    | SQLITE_IOCAP_SAFE_APPEND | SQLITE_IOCAP_SEQUENTIAL
                    | SQLITE_IOCAP_BATCH_ATOMIC);
        },
        [](sqlite3_file *file, int page, int size, int extend, void volatile **out) {
            return realFile(file)->pMethods->xShmMap(realFile(file), page, size, extend, out);
        },
        [](sqlite3_file *file, int offset, int count, int flags) {
            const bool unlocks = (flags & SQLITE_SHM_UNLOCK) != 0;
            const int fault = unlocks ? 0 : fileOf(file)->disk->before(Call::Lock);
            return fault ? fault
                         : realFile(file)->pMethods->xShmLock(realFile(file), offset, count, flags);
        },
        [](sqlite3_file *file) { realFile(file)->pMethods->xShmBarrier(realFile(file)); },
        [](sqlite3_file *file, int deletes) {
            return realFile(file)->pMethods->xShmUnmap(realFile(file), deletes);
        },
        [](sqlite3_file *, sqlite3_int64, int, void **out) {
            *out = nullptr; // no memory map: every byte goes through here
            return SQLITE_OK;
        },
        [](sqlite3_file *, sqlite3_int64, void *) { return SQLITE_OK; },
    };
    return &table;
}

int FaultyDisk::Layer::open(sqlite3_vfs *vfs, const char *name, sqlite3_file *to, int flags,
                            int *out)
{
    File *const file = fileOf(to);
    file->base.pMethods = nullptr;
    FaultyDisk *const disk = diskOf(vfs);
    if (const int fault = disk->before(Call::Open))
        return fault;
    const QString path = name ? QString::fromUtf8(name) : QString();
    if (!path.isEmpty() && !disk->m_files.contains(path)) {
        QFile existing(path);
        OnDisk &kept = disk->m_files[path];
        kept.there = existing.open(QIODevice::ReadOnly);
        kept.synced = kept.there ? existing.readAll() : QByteArray();
    }
    file->disk = disk;
    file->real = reinterpret_cast<sqlite3_file *>(file + 1);
    const int opened = realOf(vfs)->xOpen(realOf(vfs), name, file->real, flags, out);
    if (opened != SQLITE_OK) {
        if (file->real->pMethods)
            file->real->pMethods->xClose(file->real);
        return opened;
    }
    file->path = new QString(path);
    file->base.pMethods = methods();
    return SQLITE_OK;
}

int FaultyDisk::Layer::close(sqlite3_file *file)
{
    const int closed = realFile(file)->pMethods->xClose(realFile(file));
    delete fileOf(file)->path;
    fileOf(file)->base.pMethods = nullptr;
    return closed;
}

int FaultyDisk::Layer::remove(sqlite3_vfs *vfs, const char *name, int syncFolder)
{
    if (const int fault = diskOf(vfs)->before(Call::Delete))
        return fault;
    const int removed = realOf(vfs)->xDelete(realOf(vfs), name, syncFolder);
    if (removed == SQLITE_OK && syncFolder)
        diskOf(vfs)->m_files[QString::fromUtf8(name)] = OnDisk();
    return removed;
}

int FaultyDisk::Layer::write(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset)
{
    if (const int fault = fileOf(file)->disk->before(Call::Write)) {
        realFile(file)->pMethods->xWrite(realFile(file), bytes, size / 2, offset); // as disks do
        return fault;
    }
    const int written = realFile(file)->pMethods->xWrite(realFile(file), bytes, size, offset);
    if (OnDisk *const kept = onDisk(fileOf(file)); kept && written == SQLITE_OK)
        kept->since.push_back({offset, QByteArray(static_cast<const char *>(bytes), size), false});
    return written;
}

int FaultyDisk::Layer::truncate(sqlite3_file *file, sqlite3_int64 size)
{
    if (const int fault = fileOf(file)->disk->before(Call::Truncate))
        return fault;
    const int cut = realFile(file)->pMethods->xTruncate(realFile(file), size);
    if (OnDisk *const kept = onDisk(fileOf(file)); kept && cut == SQLITE_OK)
        kept->since.push_back({size, {}, true});
    return cut;
}

int FaultyDisk::Layer::sync(sqlite3_file *file, int)
{
    if (const int fault = fileOf(file)->disk->before(Call::Sync))
        return fault;
    if (OnDisk *const kept = onDisk(fileOf(file))) {
        for (const Written &one : std::as_const(kept->since))
            one.applyTo(kept->synced);
        kept->since.clear();
        kept->there = true;
    }
    return SQLITE_OK;
}

void FaultyDisk::Written::applyTo(QByteArray &file) const
{
    if (truncated) {
        file.truncate(offset);
        return;
    }
    if (file.size() < offset + bytes.size())
        file.append(QByteArray(offset + bytes.size() - file.size(), '\0'));
    file.replace(offset, bytes.size(), bytes);
}

FaultyDisk::FaultyDisk()
    : m_layer(std::make_unique<Layer>())
{
    Layer &layer = *m_layer;
    layer.real = sqlite3_vfs_find(nullptr);
    layer.vfs = *layer.real;
    layer.vfs.pNext = nullptr;
    layer.vfs.zName = "keyway-faulty-disk";
    layer.vfs.pAppData = this;
    layer.vfs.szOsFile = static_cast<int>(sizeof(Layer::File)) + layer.real->szOsFile;
    layer.vfs.xOpen = Layer::open;
    layer.vfs.xDelete = Layer::remove;
    layer.vfs.xAccess = [](sqlite3_vfs *vfs, const char *name, int flags, int *out) {
        return Layer::realOf(vfs)->xAccess(Layer::realOf(vfs), name, flags, out);
    };
    layer.vfs.xFullPathname = [](sqlite3_vfs *vfs, const char *name, int size, char *out) {
        return Layer::realOf(vfs)->xFullPathname(Layer::realOf(vfs), name, size, out);
    };
    if (sqlite3_vfs_register(&layer.vfs, 1) != SQLITE_OK)
        qFatal("SQLite takes no layer below it");
}

FaultyDisk::~FaultyDisk()
{
    sqlite3_vfs_unregister(&m_layer->vfs);
    sqlite3_vfs_register(m_layer->real, 1);
}

void FaultyDisk::fail(const QList<Call> &calls, int code, qint64 at, bool onwards)
{
    m_failing = calls;
    m_code = code;
    m_left = at;
    m_onwards = onwards;
    m_failed = false;
}

void FaultyDisk::mend()
{
    m_failing.clear();
}

int FaultyDisk::before(Call call)
{
    ++m_calls;
    if (m_look)
        m_look();
    if (!m_failing.contains(call))
        return SQLITE_OK;
    if (m_left > 0)
        --m_left;
    if (m_left > 0 || (m_failed && !m_onwards))
        return SQLITE_OK;
    m_failed = true;
    return m_code;
}

FaultyDisk::Files FaultyDisk::afterPowerCut(QRandomGenerator &random) const
{
    Files files;
    for (auto it = m_files.cbegin(); it != m_files.cend(); ++it) {
        QByteArray found = it->synced;
        for (Written piece : it->since) {
            const quint32 fate = random.bounded(3U);
            if (fate == 0)
                continue;
            if (fate == 1 && piece.bytes.size() > sector)
                piece.bytes.truncate(sector * (1 + random.bounded(piece.bytes.size() / sector)));
            piece.applyTo(found);
        }
        if (it->there || !found.isEmpty())
            files.insert(it.key(), found);
    }
    return files;
}

} // namespace keyway
