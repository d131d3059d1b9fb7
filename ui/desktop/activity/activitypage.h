#pragma once

#include "core/storage/audittrail.h"
#include "ui/desktop/shell/page.h"
#include "ui/words/message.h"

#include <QtCore/QDateTime>

class QComboBox;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace keyway {

class ActivityDetails;
class ActivityModel;
class ActivityTable;
class Banner;
class EmptyState;
class SearchField;
class TextLabel;

/// Activity: everything Keyway did, newest first, and whether the record is whole. It shows values
/// and tells what the user wants.
class ActivityPage : public Page {
    Q_OBJECT
public:
    explicit ActivityPage(QWidget *parent = nullptr);

    /// Entries that fit the filter. For the same filter as before, selection and details stay.
    void setCount(int entries, bool sameFilter);
    void setChecking();
    void setCheck(const AuditCheck &check, const QDateTime &at);
    /// What could not be read or written; an empty one takes it away.
    void setProblem(const words::Message &problem);

    /// What is looked for, without limit and offset.
    AuditFilter filter() const;
    ActivityModel *model() const { return m_model; }
    ActivityTable *table() const { return m_table; }
    ActivityDetails *details() const { return m_details; }
    Banner *record() const { return m_record; }
    SearchField *search() const { return m_search; }
    QComboBox *groups() const { return m_groups; }
    QWidget *firstFocus() const override;

Q_SIGNALS:
    void filterChanged();
    void checkRequested();
    /// The user chose this file.
    void exportRequested(const QString &path);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeContent();
    void makeActions();
    void askWhereTo();
    void showDetails(int row);
    void closeDetails();

    ActivityModel *m_model;
    QPushButton *m_export;
    Banner *m_problem, *m_record;
    QVBoxLayout *m_column;
    SearchField *m_search;
    QComboBox *m_groups;
    TextLabel *m_count;
    QStackedWidget *m_stack;
    ActivityTable *m_table;
    EmptyState *m_empty;
    ActivityDetails *m_details;
};

} // namespace keyway
