#pragma once

#include "core/storage/auditentry.h"

#include <QtCore/QDate>
#include <QtWidgets/QWidget>

#include <functional>

class QComboBox;

namespace keyway {

class SearchField;
class TextLabel;

/// What of the record is looked at: words, what it is about, by or for whom, and when.
class ActivityFilters : public QWidget {
    Q_OBJECT
public:
    explicit ActivityFilters(QWidget *parent = nullptr);

    /// Without limit and offset.
    AuditFilter filter() const;
    /// Only what an integration, or a program (as of AuditFilter::by), has to do with.
    void showOnly(const QString &by);
    /// By and for anybody again; false where it was so.
    bool showAnyone();
    void setCount(int entries);
    /// Which day it is, when somebody wants to know; tests have their own.
    void setToday(std::function<QDate()> today);

    SearchField *search() const { return m_search; }
    QComboBox *groups() const { return m_groups; }
    QComboBox *people() const { return m_people; }
    QComboBox *times() const { return m_times; }

Q_SIGNALS:
    void changed();

private:
    void fillTimes();

    std::function<QDate()> m_today = &QDate::currentDate;
    SearchField *m_search;
    QComboBox *m_groups, *m_people, *m_times;
    TextLabel *m_count;
};

} // namespace keyway
