#pragma once

#include "core/export/exportformat.h"
#include "core/storage/audittrail.h"
#include "ui/desktop/shell/page.h"
#include "ui/words/message.h"

#include <QtCore/QDateTime>

class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace keyway {

class ActivityDetails;
class ActivityFilters;
class ActivityModel;
class ActivityTable;
class Banner;
class EmptyState;

/// Activity: everything Keyway did, newest first, and whether the record is whole. It shows values
/// and tells what the user wants.
class ActivityPage : public Page {
    Q_OBJECT
public:
    explicit ActivityPage(QWidget *parent = nullptr);

    /// Entries that fit the filter. For the same filter as before, selection and details stay.
    void setCount(int entries, bool sameFilter);
    /// `entries`: 0 while nobody knows.
    void setChecking(qint64 entries);
    void setCheck(const AuditCheck &check, const QDateTime &at);
    /// Why the record could not be checked.
    void setCheckFailed(const words::Message &problem);
    /// What could not be read or written; an empty one takes it away.
    void setProblem(const words::Message &problem);
    /// While one is written, no other is begun.
    void setExporting(bool running);
    /// Asks for the file that seals are also kept in; `now` is the one that is.
    void askSealCopy(const QString &now);

    /// What is looked for, without limit and offset.
    AuditFilter filter() const;
    ActivityModel *model() const { return m_model; }
    ActivityTable *table() const { return m_table; }
    ActivityDetails *details() const { return m_details; }
    ActivityFilters *filters() const { return m_filters; }
    Banner *record() const { return m_record; }
    /// Where the way of an export is told.
    Banner *exportNote() const { return m_exportNote; }
    QWidget *firstFocus() const override;

Q_SIGNALS:
    void filterChanged();
    void checkRequested();
    /// What is shown.
    void exportRequested(keyway::ExportFormat format);
    /// What support wants to see of a record that is not whole.
    void reportRequested();
    void sealCopyRequested();
    /// An empty path ends it.
    void sealCopyChosen(const QString &path);
    void resealRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeContent();
    void makeActions();
    void askForSealFile();
    void askToReseal();
    void showOnlyThis();
    void showDetails(int row);
    void closeDetails();

    ActivityModel *m_model;
    QPushButton *m_export;
    Banner *m_problem, *m_exportNote, *m_record;
    QVBoxLayout *m_column;
    ActivityFilters *m_filters;
    QStackedWidget *m_stack;
    ActivityTable *m_table;
    EmptyState *m_empty;
    ActivityDetails *m_details;
};

} // namespace keyway
